package io.chipwire.figure;

import io.chipwire.quantity.Quantity;
import java.util.Map;

/** What sort of thing a unit measures; cues say with which they go. */
enum UnitKind {
  MONEY,
  PERCENT,
  MULTIPLE,
  COUNT,
  TIME,
  POWER,
  ENERGY,
  BYTES,
  BANDWIDTH,
  COMPUTE,
  FREQUENCY,
  LENGTH;

  private static final Map<String, UnitKind> BY_UNIT =
      Map.ofEntries(
          Map.entry("%", PERCENT),
          Map.entry("pp", PERCENT),
          Map.entry("bp", PERCENT),
          Map.entry("x", MULTIPLE),
          Map.entry("W", POWER),
          Map.entry("Wh", ENERGY),
          Map.entry("B", BYTES),
          Map.entry("B/s", BANDWIDTH),
          Map.entry("FLOPS", COMPUTE),
          Map.entry("OPS", COMPUTE),
          Map.entry("Hz", FREQUENCY),
          Map.entry("m", LENGTH),
          Map.entry("mm2", LENGTH),
          Map.entry("second", TIME),
          Map.entry("minute", TIME),
          Map.entry("hour", TIME),
          Map.entry("day", TIME),
          Map.entry("week", TIME),
          Map.entry("month", TIME),
          Map.entry("quarter", TIME),
          Map.entry("year", TIME));

  static UnitKind of(Quantity quantity) {
    UnitKind known = BY_UNIT.get(quantity.unit());
    if (known != null) {
      return known;
    }
    return isCurrency(quantity.unit()) ? MONEY : COUNT;
  }

  private static boolean isCurrency(String unit) {
    return unit.length() == 3 && unit.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
