package io.chipwire.evaluate;

import java.util.Locale;
import java.util.Set;

/** Classes of units, as a report groups them. */
final class UnitClasses {

  private static final Set<String> SHARES = Set.of("%", "pp", "bp");
  private static final Set<String> PHYSICAL =
      Set.of("W", "Wh", "B", "B/s", "FLOPS", "OPS", "Hz", "mm2", "m");
  private static final Set<String> TIMES =
      Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");

  private UnitClasses() {}

  static String of(String unit) {
    if (SHARES.contains(unit)) {
      return "percent";
    }
    if (unit.equals("x")) {
      return "multiple";
    }
    if (PHYSICAL.contains(unit)) {
      return "physical";
    }
    if (TIMES.contains(unit)) {
      return "duration";
    }
    boolean code = unit.length() == 3 && unit.equals(unit.toUpperCase(Locale.ROOT));
    return code ? "money" : "count";
  }
}
