package io.chipwire.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Limits on a quantity, magnitude applied.
 *
 * <p>A fact that says a range or a bound counts with the numbers it says: "$30–50 billion" is
 * within {@code >40B} because part of it is, "up to $100 billion" is, because 100 is, "over $30
 * billion" is not.
 *
 * @param unit the unit it must have, or null for any
 * @param first the limit, or the lower one of {@link Op#BETWEEN}; for {@link Op#ROUNDS_TO} its
 *     scale says to how many digits
 * @param second the upper limit of {@link Op#BETWEEN}, else null
 */
public record AmountRange(
    Op op, @Nullable String unit, BigDecimal first, @Nullable BigDecimal second) {

  /** How the limits are meant. */
  public enum Op {
    /** {@code 43B}. */
    EQUAL(""),
    /** {@code >40B}. */
    ABOVE(">"),
    /** {@code >=40B}, {@code 40B..}. */
    AT_LEAST(">="),
    /** {@code <40B}. */
    BELOW("<"),
    /** {@code <=40B}, {@code ..40B}. */
    AT_MOST("<="),
    /** {@code 30B..50B}, both ends included. */
    BETWEEN(""),
    /** {@code ~43B}: what is 43B when rounded to as many digits. */
    ROUNDS_TO("~");

    private final String sign;

    Op(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** Strips trailing zeros where they have no meaning. */
  public AmountRange {
    if (op != Op.ROUNDS_TO) {
      first = first.stripTrailingZeros();
    }
    second = second == null ? null : second.stripTrailingZeros();
  }

  /** The lowest value within, or null where there is none. */
  public @Nullable BigDecimal low() {
    return switch (op) {
      case EQUAL, ABOVE, AT_LEAST, BETWEEN -> first;
      case ROUNDS_TO -> first.subtract(halfUnit());
      case BELOW, AT_MOST -> null;
    };
  }

  /** The highest value within, or null where there is none. */
  public @Nullable BigDecimal high() {
    return switch (op) {
      case EQUAL, BELOW, AT_MOST -> first;
      case BETWEEN -> second;
      case ROUNDS_TO -> first.add(halfUnit());
      case ABOVE, AT_LEAST -> null;
    };
  }

  /** Whether {@link #low} itself is within. */
  public boolean includesLow() {
    return op != Op.ABOVE;
  }

  /** Whether {@link #high} itself is within. */
  public boolean includesHigh() {
    return op != Op.BELOW && op != Op.ROUNDS_TO;
  }

  /** Whether any value from {@code from} to {@code to} is within. */
  public boolean touches(BigDecimal from, BigDecimal to) {
    BigDecimal low = low();
    BigDecimal high = high();
    if (low != null && (includesLow() ? to.compareTo(low) < 0 : to.compareTo(low) <= 0)) {
      return false;
    }
    return high == null || (includesHigh() ? from.compareTo(high) <= 0 : from.compareTo(high) < 0);
  }

  private BigDecimal halfUnit() {
    return BigDecimal.valueOf(5, first.scale() + 1);
  }

  @Override
  public String toString() {
    String start = AmountSyntax.print(first, unit);
    return second == null ? op.sign() + start : start + ".." + AmountSyntax.print(second, unit);
  }
}
