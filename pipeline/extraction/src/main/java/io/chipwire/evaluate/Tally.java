package io.chipwire.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many facts of a kind were found.
 *
 * @param hit in both sets
 * @param gold in the gold set
 * @param predicted in the predicted set
 */
public record Tally(int hit, int gold, int predicted) {

  /** Nothing counted yet. */
  public static final Tally EMPTY = new Tally(0, 0, 0);

  /** Both counts together. */
  public Tally plus(Tally other) {
    return new Tally(hit + other.hit, gold + other.gold, predicted + other.predicted);
  }

  /** Share of the predicted that is right, 0 where nothing was predicted. */
  public double precision() {
    return predicted == 0 ? 0 : (double) hit / predicted;
  }

  /** Share of the gold that was found, 0 where there is none. */
  public double recall() {
    return gold == 0 ? 0 : (double) hit / gold;
  }

  /** Harmonic mean of the two. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  /** A line of a report. */
  String row(String name) {
    return "%-22s P %s  R %s  F1 %s   (%d of %d gold, %d predicted)"
        .formatted(name, three(precision()), three(recall()), three(f1()), hit, gold, predicted);
  }

  /** With three decimals, half to even on the exact value. */
  static String three(double share) {
    return new BigDecimal(share).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
  }
}
