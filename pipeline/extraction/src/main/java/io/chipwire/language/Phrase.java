package io.chipwire.language;

import java.util.Arrays;
import java.util.List;

/**
 * Words in a row, to be found among the lower-case words of a sentence.
 *
 * <p>{@code word~} stands for any word with that beginning, {@code a|b} for either, {@code *} for
 * up to {@value #MAX_GAP} words. Immutable.
 */
public final class Phrase {

  static final int MAX_GAP = 4;
  private static final String GAP = "*";

  private final List<String> parts;

  /** A phrase in that notation. */
  public Phrase(String phrase) {
    this.parts = List.of(phrase.strip().split(" +"));
  }

  /** Index behind the phrase where it begins at word {@code from}, or -1. */
  public int endAt(List<String> words, int from) {
    return endAt(words, from, 0);
  }

  private int endAt(List<String> words, int from, int part) {
    if (part == parts.size()) {
      return from;
    }
    if (parts.get(part).equals(GAP)) {
      for (int skipped = 0; skipped <= MAX_GAP; skipped++) {
        int end = endAt(words, from + skipped, part + 1);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    return from < words.size() && matches(parts.get(part), words.get(from))
        ? endAt(words, from + 1, part + 1)
        : -1;
  }

  /** Whether one word matches a pattern of alternatives. */
  public static boolean matches(String pattern, String word) {
    return Arrays.stream(pattern.split("\\|"))
        .anyMatch(
            one ->
                one.endsWith("~")
                    ? word.startsWith(one.substring(0, one.length() - 1))
                    : word.equals(one));
  }
}
