package io.chipwire.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words in a row, to be found among the lower-case words of a sentence: a {@link WordPattern} for
 * each, and {@code *} for up to {@value #MAX_GAP} words. Immutable.
 */
public final class Phrase {

  static final int MAX_GAP = 4;
  private static final String GAP = "*";

  /** What each word must be; null for a gap. */
  private final List<@Nullable WordPattern> parts = new ArrayList<>();

  /** A phrase in that notation. */
  public Phrase(String phrase) {
    for (String part : phrase.strip().split(" +")) {
      parts.add(part.equals(GAP) ? null : new WordPattern(part));
    }
  }

  /** Index behind the phrase where it begins at word {@code from}, or -1. */
  public int endAt(List<String> words, int from) {
    return endAt(words, from, 0);
  }

  private int endAt(List<String> words, int from, int at) {
    if (at == parts.size()) {
      return from;
    }
    WordPattern part = parts.get(at);
    if (part == null) {
      for (int skipped = 0; skipped <= MAX_GAP; skipped++) {
        int end = endAt(words, from + skipped, at + 1);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    return from < words.size() && part.matches(words.get(from))
        ? endAt(words, from + 1, at + 1)
        : -1;
  }
}
