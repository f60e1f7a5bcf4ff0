package io.chipwire.figure;

import java.util.Locale;
import java.util.Set;

/** Kinds of units that metrics ask for. */
enum UnitClass {
  MONEY,
  PERCENT,
  COUNT,
  WATT,
  TIME,
  RATIO,
  ANY;

  private static final Set<String> TIMES =
      Set.of("minute", "hour", "day", "week", "month", "quarter", "year");
  private static final Set<String> PERCENTS = Set.of("%", "pp", "bp");

  static UnitClass of(String unit) {
    if (PERCENTS.contains(unit)) {
      return PERCENT;
    }
    if (unit.equals("x")) {
      return RATIO;
    }
    if (TIMES.contains(unit)) {
      return TIME;
    }
    if (unit.equals("W") || unit.equals("Wh")) {
      return WATT;
    }
    return unit.length() == 3 && unit.equals(unit.toUpperCase(Locale.ROOT)) ? MONEY : COUNT;
  }
}
