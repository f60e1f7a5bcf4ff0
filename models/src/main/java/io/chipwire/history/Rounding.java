package io.chipwire.history;

import io.chipwire.fact.Bound;
import io.chipwire.fact.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a printed number can stand for: "$43 billion" for 42.5 to 43.5 billion, "$43.0
 * billion" for 42.95 to 43.05, "about 40" for 35 to 45, "over $30 billion" for 30 and more.
 *
 * @param low the lowest; null where it is open
 * @param high the highest; null where it is open
 */
record Rounding(@Nullable BigDecimal low, @Nullable BigDecimal high) {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.(\\d+))?");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** What a figure can stand for. */
  static Rounding of(Figure figure) {
    return of(figure.low(), figure.high(), figure.bound(), figure.text());
  }

  /** What a quantity can stand for, with the words that print it. */
  static Rounding of(
      @Nullable BigDecimal low, @Nullable BigDecimal high, Bound bound, String text) {
    if (bound == Bound.MIN) {
      return new Rounding(low, null);
    }
    if (bound == Bound.MAX) {
      return new Rounding(null, high);
    }
    BigDecimal from = low == null ? null : low.subtract(halfUnit(low, bound, text));
    BigDecimal to = high == null ? null : high.add(halfUnit(high, bound, text));
    return new Rounding(from, to);
  }

  /** Whether both can stand for the same value. */
  boolean meets(Rounding other) {
    return reaches(other.high, low) && reaches(high, other.low);
  }

  private static boolean reaches(@Nullable BigDecimal high, @Nullable BigDecimal low) {
    return high == null || low == null || high.compareTo(low) >= 0;
  }

  private static BigDecimal halfUnit(BigDecimal value, Bound bound, String text) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return (bound == Bound.ABOUT ? significantUnit(value) : printedUnit(value, text))
        .multiply(HALF);
  }

  /** The last digit's worth as printed: of "43.2" in "$43.2 billion" it is 0.1 billion. */
  private static BigDecimal printedUnit(BigDecimal value, String text) {
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      BigDecimal printed = new BigDecimal(number.group().replace(",", ""));
      if (printed.signum() != 0) {
        BigDecimal magnitude = value.abs().divide(printed, MathContext.DECIMAL64);
        if (isPowerOfTen(magnitude)) {
          return magnitude.scaleByPowerOfTen(-printed.scale());
        }
      }
    }
    return significantUnit(value);
  }

  /** The last digit's worth that is not zero. */
  private static BigDecimal significantUnit(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return BigDecimal.ONE.scaleByPowerOfTen(-stripped.scale());
  }

  private static boolean isPowerOfTen(BigDecimal number) {
    return number.stripTrailingZeros().unscaledValue().equals(java.math.BigInteger.ONE);
  }
}
