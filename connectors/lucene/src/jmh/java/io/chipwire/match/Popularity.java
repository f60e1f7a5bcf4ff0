package io.chipwire.match;

import java.util.Arrays;
import java.util.Random;

/** Ranks drawn as names and words are used: the n-th is drawn {@code 1/n^s} times as often. */
final class Popularity {

  private final double[] cumulated;

  /**
   * A distribution.
   *
   * @param ranks how many there are
   * @param exponent Zipf's s; near 1 for words
   */
  Popularity(int ranks, double exponent) {
    cumulated = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += Math.pow(rank + 1, -exponent);
      cumulated[rank] = sum;
    }
  }

  /** From 0, the most popular. */
  int draw(Random random) {
    double at = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, at);
    return found < 0 ? Math.min(-found - 1, cumulated.length - 1) : found;
  }
}
