package io.chipwire.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Phrases that a line may begin with, found by their first two characters: most lines begin like
 * none of them. Immutable.
 */
final class Starts {

  /** How much of a line is looked at, in characters. */
  private static final int MAX_LINE = 80;

  private final Map<Integer, List<String>> byBeginning = new HashMap<>();

  /** Of these phrases, in lower case and with straight apostrophes. */
  Starts(Set<String> phrases) {
    for (String phrase : phrases) {
      int second = phrase.length() > 1 ? phrase.charAt(1) : 0;
      byBeginning
          .computeIfAbsent(key(phrase.charAt(0), second), k -> new ArrayList<>(2))
          .add(phrase);
    }
  }

  /** Whether the line begins with one of the phrases, and a word of it ends where that ends. */
  boolean begin(String line) {
    if (line.isEmpty()) {
      return false;
    }
    char first = folded(line.charAt(0));
    return line.length() > 1 && beginsWithOneOf(key(first, folded(line.charAt(1))), line)
        || beginsWithOneOf(key(first, 0), line);
  }

  private boolean beginsWithOneOf(int key, String line) {
    List<String> candidates = byBeginning.get(key);
    if (candidates == null) {
      return false;
    }
    String head =
        line.substring(0, Math.min(line.length(), MAX_LINE))
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'');
    for (String phrase : candidates) {
      if (head.startsWith(phrase) && wordEnds(head, phrase.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean wordEnds(String head, int end) {
    return end == head.length()
        || !Character.isLetterOrDigit(head.charAt(end))
        || !Character.isLetterOrDigit(head.charAt(end - 1))
        || Character.isIdeographic(head.charAt(end - 1));
  }

  private static char folded(char c) {
    return c == '’' ? '\'' : Character.toLowerCase(c);
  }

  private static int key(int first, int second) {
    return first << 16 | second;
  }
}
