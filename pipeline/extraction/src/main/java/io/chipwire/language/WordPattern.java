package io.chipwire.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lower-case words that one word may be: {@code word~} stands for any word with that beginning,
 * {@code a|b} for either. Immutable.
 */
public final class WordPattern {

  private final Set<String> whole;
  private final List<String> beginnings = new ArrayList<>();

  /** A pattern in that notation. */
  public WordPattern(String pattern) {
    List<String> alternatives = List.of(pattern.split("\\|"));
    whole =
        alternatives.stream()
            .filter(one -> !one.endsWith("~"))
            .collect(Collectors.toUnmodifiableSet());
    for (String one : alternatives) {
      if (one.endsWith("~")) {
        beginnings.add(one.substring(0, one.length() - 1));
      }
    }
  }

  /** Whether a word is one of those. */
  public boolean matches(String word) {
    if (whole.contains(word)) {
      return true;
    }
    for (String beginning : beginnings) {
      if (word.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
