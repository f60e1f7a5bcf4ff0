package io.chipwire.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Spelling {

  private static final int MAX_LENGTH = 40;

  private Spelling() {}

  /**
   * The nearest of some words, or empty if none is near: one edit in three letters, or a prefix.
   */
  static Optional<String> nearest(String typed, Collection<String> words) {
    if (typed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    Optional<String> near =
        words.stream()
            .filter(word -> distance(lower, word) <= Math.max(1, word.length() / 3))
            .min(Comparator.comparingInt(word -> distance(lower, word)));
    return near.or(
        () ->
            words.stream()
                .filter(
                    word ->
                        lower.length() > 1 && (word.startsWith(lower) || lower.startsWith(word)))
                .findFirst());
  }

  /** Insertions, deletions, replacements and swaps of neighbours between the two. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
