package io.chipwire.quantity;

import java.math.BigDecimal;

/**
 * What a number is a number of.
 *
 * @param unit as a figure writes it
 * @param factor from the unit as printed to {@code unit}: 1e6 for a megawatt
 */
record Measure(Kind kind, String unit, BigDecimal factor) {

  enum Kind {
    MONEY,
    PERCENT,
    POINTS,
    MULTIPLE,
    PHYSICAL,
    LENGTH,
    DURATION,
    COMPOUND,
    COUNT
  }

  static Measure count(String unit) {
    return new Measure(Kind.COUNT, unit, BigDecimal.ONE);
  }

  boolean isMoney() {
    return kind == Kind.MONEY;
  }

  boolean isDuration() {
    return kind == Kind.DURATION;
  }

  /** A counted noun of one word or several. */
  boolean isCount() {
    return kind == Kind.COUNT || kind == Kind.COMPOUND;
  }

  /** Whether values of the two may stand in one range. */
  boolean matches(Measure other) {
    return unit.equals(other.unit);
  }
}
