package io.chipwire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What has to be equal for two facts to count as the same. A key is a list of strings, numbers,
 * lists and nulls; numbers are rounded to six digits, and empty strings are as good as missing.
 */
final class FactKeys {

  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private FactKeys() {}

  /** Unit, low, high and denominator of a figure. */
  static List<@Nullable Object> value(JsonNode figure) {
    return list(unit(figure), number(figure, "low"), number(figure, "high"), text(figure, "per"));
  }

  /** The value of a figure with metric, subject, period and direction of change. */
  static List<@Nullable Object> fullFact(JsonNode figure) {
    List<@Nullable Object> key = new ArrayList<>(value(figure));
    key.add(text(figure, "metric"));
    key.add(text(figure, "subject"));
    key.add(text(figure, "period"));
    key.add(text(figure.path("change"), "direction"));
    return key;
  }

  /** One field of a figure. */
  static @Nullable Object field(JsonNode figure, String name) {
    if (!name.equals("change")) {
      return text(figure, name);
    }
    JsonNode change = figure.path("change");
    return change.isObject() && !change.isEmpty()
        ? list(text(change, "direction"), text(change, "basis"))
        : null;
  }

  /** Type and id of an entity; an id and a name of the same gold entity are the same thing. */
  static List<@Nullable Object> entity(JsonNode entity, Map<String, String> goldIds) {
    String name = slug(text(entity, "name"));
    String given = text(entity, "id");
    String id = given == null ? name : given;
    String known = goldIds.containsKey(id) ? goldIds.get(id) : goldIds.get(name);
    return list(text(entity, "type"), known == null ? id : known);
  }

  /** The gold ids by id and by slug of the name. */
  static Map<String, String> goldIds(JsonNode entities) {
    Map<String, String> ids = new HashMap<>();
    for (JsonNode entity : entities) {
      String id = text(entity, "id");
      if (id != null) {
        ids.put(id, id);
        ids.put(slug(text(entity, "name")), id);
      }
    }
    return ids;
  }

  /** Kind, parties and amount of a commitment. */
  static List<@Nullable Object> commitment(JsonNode commitment) {
    JsonNode amount = commitment.path("amount");
    String unit = unit(amount);
    return list(
        text(commitment, "kind"),
        obligors(commitment),
        text(commitment, "counterparty"),
        unit.isEmpty() ? null : unit,
        number(amount, "low"),
        number(amount, "high"));
  }

  /** The two sides of a commitment alone. */
  static List<@Nullable Object> parties(JsonNode commitment) {
    return list(obligors(commitment), text(commitment, "counterparty"));
  }

  /** Kind, subject and direction of a signal. */
  static List<@Nullable Object> signal(JsonNode signal) {
    return list(text(signal, "kind"), text(signal, "subject"), text(signal, "direction"));
  }

  /** The kind of a signal alone. */
  static List<@Nullable Object> kind(JsonNode signal) {
    return list(text(signal, "kind"));
  }

  private static List<String> obligors(JsonNode commitment) {
    List<String> obligors = new ArrayList<>();
    commitment.path("obligors").forEach(node -> obligors.add(node.asText()));
    obligors.sort(null);
    return obligors;
  }

  static String unit(JsonNode amount) {
    String unit = text(amount, "unit");
    return unit == null ? "" : SPACES.matcher(unit.strip()).replaceAll(" ");
  }

  static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isNull() || value.isMissingNode() || value.asText().isEmpty()
        ? null
        : value.asText();
  }

  private static @Nullable Double number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isNumber() ? round(value.doubleValue()) : null;
  }

  private static double round(double value) {
    // Adding zero turns -0.0 into 0.0.
    return value == 0 ? 0.0 : new BigDecimal(value).round(SIX_DIGITS).doubleValue();
  }

  private static String slug(@Nullable String name) {
    String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
    String slug = NO_NAME.matcher(lower).replaceAll("-");
    int from = slug.startsWith("-") ? 1 : 0;
    int to = slug.endsWith("-") && slug.length() > from ? slug.length() - 1 : slug.length();
    return slug.substring(from, to);
  }

  private static List<@Nullable Object> list(@Nullable Object... parts) {
    return Arrays.asList(parts);
  }
}
