package io.chipwire.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * All runs of {@value #LENGTH} letters and digits of a text, by hash: tells how much of another
 * text stands in it, whatever the spacing, punctuation and case. Takes time in proportion to the
 * texts. Immutable once made.
 */
final class LetterRuns {

  /** Letters of a run: enough that two texts rarely share one by chance. */
  private static final int LENGTH = 16;

  /** Most runs that are kept; a text that has more is compared by its beginning. */
  private static final int MOST = 500_000;

  private static final long BASE = 0x100000001b3L;
  private static final long OUT = power(BASE, LENGTH);

  private final Set<Long> runs = new HashSet<>();

  /** The runs of all these blocks. */
  static LetterRuns of(List<Block> blocks) {
    LetterRuns all = new LetterRuns();
    for (Block block : blocks) {
      each(
          block.text(),
          run -> {
            if (all.runs.size() < MOST) {
              all.runs.add(run);
            }
          });
    }
    return all;
  }

  int size() {
    return runs.size();
  }

  /**
   * Share of the blocks' runs that are among these, from 0 to 1; 1 if they are too short for one.
   */
  double share(List<Block> blocks) {
    int[] counts = new int[2];
    for (Block block : blocks) {
      each(
          block.text(),
          run -> {
            counts[0] += runs.contains(run) ? 1 : 0;
            counts[1]++;
          });
    }
    return counts[1] == 0 ? 1 : (double) counts[0] / counts[1];
  }

  /** A rolling hash over the letters (Karp, Rabin 1987). */
  private static void each(String text, LongConsumer visitor) {
    char[] window = new char[LENGTH];
    long hash = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        continue;
      }
      c = Character.toLowerCase(c);
      int at = letters % LENGTH;
      hash = hash * BASE + c - (letters >= LENGTH ? OUT * window[at] : 0);
      window[at] = c;
      letters++;
      if (letters >= LENGTH) {
        visitor.accept(hash);
      }
    }
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
