package io.chipwire.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amounts as people write them: {@code $43.2B}, {@code ≥ NT$500M}, {@code 1.2–1.4 GW}. */
public final class AmountText {

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("USD", "$"),
          Map.entry("EUR", "€"),
          Map.entry("GBP", "£"),
          Map.entry("JPY", "¥"),
          Map.entry("KRW", "₩"),
          Map.entry("INR", "₹"),
          Map.entry("TWD", "NT$"),
          Map.entry("CNY", "CN¥"),
          Map.entry("HKD", "HK$"),
          Map.entry("CAD", "C$"),
          Map.entry("AUD", "A$"),
          Map.entry("SGD", "S$"));

  /** Written close to the number. */
  private static final Set<String> CLOSE = Set.of("%", "x");

  /** Scaled by SI prefixes instead of thousand, million, billion. */
  private static final Set<String> PHYSICAL =
      Set.of("W", "Wh", "B", "B/s", "FLOPS", "OPS", "Hz", "m");

  private static final String[] COUNT_SCALES = {"", "K", "M", "B", "T"};
  private static final String[] SI_SCALES = {"", "k", "M", "G", "T", "P", "E", "Z"};

  private AmountText() {}

  /** The amount in a few characters, rounded to four digits. */
  public static String of(Amount amount) {
    BigDecimal low = amount.low();
    BigDecimal high = amount.high();
    String unit = amount.unit();
    return switch (amount.bound()) {
      case EXACT -> value(low == null ? high : low, unit);
      case ABOUT -> "~" + value(low == null ? high : low, unit);
      case MIN -> "≥" + value(low, unit);
      case MAX -> "≤" + value(high, unit);
      case RANGE, ORDER -> value(low, unit) + "–" + value(high, unit);
    };
  }

  private static String value(@Nullable BigDecimal number, String unit) {
    if (number == null) {
      return "?";
    }
    String sign = number.signum() < 0 ? "-" : "";
    BigDecimal size = number.abs();
    String symbol = SYMBOLS.get(unit);
    if (symbol != null) {
      return sign + symbol + scaled(size, COUNT_SCALES, "");
    }
    if (CLOSE.contains(unit)) {
      return sign + scaled(size, COUNT_SCALES, "") + unit;
    }
    if (PHYSICAL.contains(unit)) {
      return sign + scaled(size, SI_SCALES, " ") + unit;
    }
    return sign + scaled(size, COUNT_SCALES, "") + " " + unit;
  }

  private static String scaled(BigDecimal size, String[] scales, String gap) {
    int step = 0;
    BigDecimal number = size;
    // A count of four digits stays as it is: 2,048 reads better than 2.048K.
    BigDecimal first = gap.isEmpty() ? BigDecimal.TEN : BigDecimal.ONE;
    while (step < scales.length - 1
        && number.compareTo((step == 0 ? first : BigDecimal.ONE).movePointRight(3)) >= 0) {
      number = number.movePointLeft(3);
      step++;
    }
    BigDecimal rounded =
        step == 0 && number.precision() <= 6
            ? number
            : number.round(new MathContext(4, RoundingMode.HALF_UP));
    BigDecimal plain = rounded.stripTrailingZeros();
    String digits = (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    if (step == 0 && digits.length() > 3 && digits.indexOf('.') < 0) {
      digits =
          digits.substring(0, digits.length() - 3) + "," + digits.substring(digits.length() - 3);
    }
    return digits + gap + scales[step];
  }
}
