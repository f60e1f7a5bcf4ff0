package io.chipwire.query;

import io.chipwire.query.AmountRange.Op;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts as people write them ({@code $1.2bn}, {@code NT$500m}, {@code 40B}, {@code 5GW})
 * and limits made of them ({@code >40B}, {@code 30B..50B}, {@code ~$43B}).
 */
final class AmountSyntax {

  private static final String EXAMPLE = "an amount such as >40B, 30B..50B, ~$43B, NT$500m or >50%";

  /** Unit signs before the number. */
  private static final Map<String, String> CURRENCY_SIGNS =
      Map.ofEntries(
          Map.entry("$", "USD"),
          Map.entry("us$", "USD"),
          Map.entry("nt$", "TWD"),
          Map.entry("hk$", "HKD"),
          Map.entry("s$", "SGD"),
          Map.entry("c$", "CAD"),
          Map.entry("a$", "AUD"),
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("¥", "JPY"),
          Map.entry("rmb", "CNY"),
          Map.entry("₩", "KRW"),
          Map.entry("₹", "INR"));

  private static final Map<String, Integer> MAGNITUDES =
      Map.ofEntries(
          Map.entry("k", 3),
          Map.entry("thousand", 3),
          Map.entry("m", 6),
          Map.entry("mn", 6),
          Map.entry("mln", 6),
          Map.entry("million", 6),
          Map.entry("b", 9),
          Map.entry("bn", 9),
          Map.entry("bln", 9),
          Map.entry("billion", 9),
          Map.entry("t", 12),
          Map.entry("tn", 12),
          Map.entry("trn", 12),
          Map.entry("trillion", 12));

  /** Unit signs behind the number, in lower case, without a prefix for the magnitude. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("%", "%"),
          Map.entry("percent", "%"),
          Map.entry("pp", "pp"),
          Map.entry("bp", "bp"),
          Map.entry("bps", "bp"),
          Map.entry("x", "x"),
          Map.entry("w", "W"),
          Map.entry("wh", "Wh"),
          Map.entry("b/s", "B/s"),
          Map.entry("flops", "FLOPS"),
          Map.entry("ops", "OPS"),
          Map.entry("hz", "Hz"),
          Map.entry("mm2", "mm2"));

  /** Those that take a prefix; a bare {@code B} is a billion, {@code GB} are bytes. */
  private static final Set<String> PREFIXED = Set.of("W", "Wh", "B", "B/s", "FLOPS", "OPS", "Hz");

  private static final Map<String, Integer> PREFIXES = prefixes();

  private static final Pattern NUMBER =
      Pattern.compile("[-−]?(?:\\d[\\d,]{0,40}(?:\\.\\d{1,20})?|\\.\\d{1,20})");
  private static final Pattern OPERATOR =
      Pattern.compile("(>=|<=|>|<|=|≥|≤|~)?(.*)", Pattern.DOTALL);

  private AmountSyntax() {}

  private static Map<String, Integer> prefixes() {
    Map<String, Integer> prefixes = new LinkedHashMap<>();
    String letters = "kmgtpe";
    for (int i = 0; i < letters.length(); i++) {
      prefixes.put(letters.substring(i, i + 1), 3 * (i + 1));
    }
    return prefixes;
  }

  /** A number with what stood around it. */
  private record Quantity(BigDecimal number, int magnitude, boolean scaled, @Nullable String unit) {

    BigDecimal value() {
      return number.scaleByPowerOfTen(magnitude);
    }
  }

  /**
   * Reads limits.
   *
   * @param position where the text starts in the query, for messages
   */
  static AmountRange parse(String text, int position) throws QuerySyntaxException {
    Matcher operator = OPERATOR.matcher(text.strip());
    if (!operator.matches()) {
      throw unreadable(text, position);
    }
    String sign = operator.group(1) == null ? "" : operator.group(1);
    String rest = operator.group(2).strip();
    int dots = rest.indexOf("..");
    if (dots >= 0) {
      if (!sign.isEmpty()) {
        throw new QuerySyntaxException(
            position, "\"" + text + "\"", "either a range or \"" + sign + "\"", rest);
      }
      return between(
          text, rest.substring(0, dots).strip(), rest.substring(dots + 2).strip(), position);
    }
    Quantity quantity = quantity(text, rest, position);
    Op op =
        switch (sign) {
          case ">" -> Op.ABOVE;
          case ">=", "≥" -> Op.AT_LEAST;
          case "<" -> Op.BELOW;
          case "<=", "≤" -> Op.AT_MOST;
          case "~" -> Op.ROUNDS_TO;
          default -> Op.EQUAL;
        };
    return new AmountRange(op, quantity.unit(), quantity.value(), null);
  }

  private static AmountRange between(String text, String from, String to, int position)
      throws QuerySyntaxException {
    if (from.isEmpty() && to.isEmpty()) {
      throw unreadable(text, position);
    }
    if (from.isEmpty()) {
      Quantity high = quantity(text, to, position);
      return new AmountRange(Op.AT_MOST, high.unit(), high.value(), null);
    }
    Quantity low = quantity(text, from, position);
    if (to.isEmpty()) {
      return new AmountRange(Op.AT_LEAST, low.unit(), low.value(), null);
    }
    Quantity high = quantity(text, to, position);
    String unit = low.unit() != null ? low.unit() : high.unit();
    if (unit != null && high.unit() != null && !unit.equals(high.unit())) {
      throw new QuerySyntaxException(
          position, "\"" + text + "\"", "the same unit at both ends", null);
    }
    BigDecimal first =
        low.scaled() ? low.value() : low.number().scaleByPowerOfTen(high.magnitude());
    if (first.compareTo(high.value()) > 0) {
      throw new QuerySyntaxException(
          position, "\"" + text + "\"", "the lower end first", to + ".." + from);
    }
    return new AmountRange(Op.BETWEEN, unit, first, high.value());
  }

  private static Quantity quantity(String whole, String text, int position)
      throws QuerySyntaxException {
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      throw unreadable(whole, position);
    }
    String before = text.substring(0, number.start()).strip();
    String after = text.substring(number.end()).strip().toLowerCase(Locale.ROOT);
    BigDecimal value;
    try {
      value = new BigDecimal(number.group().replace(",", "").replace('−', '-'));
    } catch (NumberFormatException e) {
      throw unreadable(whole, position);
    }
    if (before.startsWith("-") && before.length() > 1) {
      before = before.substring(1).strip();
      value = value.negate();
    }
    String unit = before.isEmpty() ? null : currency(before);
    if (unit == null && !before.isEmpty()) {
      throw unreadable(whole, position);
    }
    if (after.isEmpty()) {
      return new Quantity(value, 0, false, unit);
    }
    Integer magnitude = MAGNITUDES.get(after);
    if (magnitude != null) {
      return new Quantity(value, magnitude, true, unit);
    }
    if (unit == null) {
      Quantity physical = physical(value, after);
      if (physical != null) {
        return physical;
      }
      for (Map.Entry<String, Integer> scale : MAGNITUDES.entrySet()) {
        String code =
            after.startsWith(scale.getKey()) ? after.substring(scale.getKey().length()) : "";
        if (currency(code.strip()) != null) {
          return new Quantity(value, scale.getValue(), true, currency(code.strip()));
        }
      }
      if (currency(after) != null) {
        return new Quantity(value, 0, false, currency(after));
      }
    }
    throw unreadable(whole, position);
  }

  private static @Nullable Quantity physical(BigDecimal value, String sign) {
    String plain = UNITS.get(sign);
    if (plain != null) {
      return new Quantity(value, 0, true, plain);
    }
    Integer prefix = PREFIXES.get(sign.substring(0, 1));
    String base = sign.substring(1);
    String unit = base.equals("b") ? "B" : UNITS.get(base);
    return prefix != null && unit != null && PREFIXED.contains(unit)
        ? new Quantity(value, prefix, true, unit)
        : null;
  }

  /** The code of a currency's sign or code, or null. */
  static @Nullable String currency(String sign) {
    String known = CURRENCY_SIGNS.get(sign.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    return CURRENCY_CODES.contains(sign.toUpperCase(Locale.ROOT))
        ? sign.toUpperCase(Locale.ROOT)
        : null;
  }

  private static final Set<String> CURRENCY_CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** A unit in its normal spelling; a counted noun in lower case. */
  static String unit(String text) {
    String currency = currency(text);
    if (currency != null) {
      return currency;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("b") ? "B" : UNITS.getOrDefault(lower, lower);
  }

  /** The shortest spelling that reads back as the same number, to the same digits. */
  static String print(BigDecimal value, @Nullable String unit) {
    boolean prefixed = unit != null && PREFIXED.contains(unit);
    boolean bare = unit != null && !prefixed && UNITS.containsValue(unit);
    StringBuilder text = new StringBuilder();
    if (unit != null && !prefixed && !bare) {
      text.append(unit.equals("USD") ? "$" : unit);
    }
    int exponent = bare ? 0 : exponent(value, prefixed);
    if ("B".equals(unit) && exponent == 0) {
      exponent = 3;
    }
    text.append(value.scaleByPowerOfTen(-exponent).toPlainString());
    if (exponent > 0) {
      text.append((prefixed ? "kMGTPE" : "kMBT").charAt(exponent / 3 - 1));
    }
    return prefixed || bare ? text.append(unit).toString() : text.toString();
  }

  private static int exponent(BigDecimal value, boolean prefixed) {
    int most = prefixed ? 18 : 12;
    for (int exponent = most; exponent > 0; exponent -= 3) {
      BigDecimal scaled = value.scaleByPowerOfTen(-exponent);
      boolean whole = value.scale() <= 0;
      if (whole && scaled.abs().compareTo(BigDecimal.ONE) >= 0) {
        return exponent;
      }
    }
    return 0;
  }

  private static QuerySyntaxException unreadable(String text, int position) {
    return new QuerySyntaxException(position, "\"" + text + "\"", EXAMPLE, null);
  }
}
