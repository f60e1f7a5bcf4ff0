package io.chipwire.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as printed, its magnitude applied.
 *
 * @param low the value; of a vague order the lower end
 * @param high the value; of a vague order the upper end; null where it is open
 * @param raw the value before the magnitude
 * @param factor the magnitude, 1 if there is none
 * @param end index behind its last piece
 * @param letter whether the magnitude is a single letter, so that it may be something else
 */
record Numeral(
    Shape shape,
    BigDecimal low,
    @Nullable BigDecimal high,
    BigDecimal raw,
    BigDecimal factor,
    int end,
    boolean letter) {

  enum Shape {
    DIGITS,
    WORDS,
    /** "Tens of billions". */
    ORDER,
    /** "Multi-billion". */
    OPEN
  }

  boolean isScaled() {
    return factor.compareTo(BigDecimal.ONE) != 0;
  }

  boolean isPoint() {
    return shape == Shape.DIGITS || shape == Shape.WORDS;
  }

  /** A number below 13 in words or digits, such as texts use without saying a quantity. */
  boolean isSmall() {
    return isPoint() && low.compareTo(BigDecimal.valueOf(12)) <= 0;
  }

  /** The same number with another magnitude. */
  Numeral scaledBy(BigDecimal other) {
    BigDecimal scaled = raw.multiply(other);
    return new Numeral(shape, scaled, scaled, raw, other, end, false);
  }

  static Numeral point(Shape shape, BigDecimal raw, BigDecimal factor, int end, boolean letter) {
    BigDecimal value = raw.multiply(factor);
    return new Numeral(shape, value, value, raw, factor, end, letter);
  }
}
