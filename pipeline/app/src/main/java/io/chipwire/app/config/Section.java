package io.chipwire.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One mapping of a configuration. Each key is asked for by type; what is wrong with it is noted and
 * the reading goes on, so that all mistakes are told at once. For one thread.
 */
final class Section {

  private final String file;
  private final String path;
  private final JsonNode node;
  private final boolean secret;
  private final List<String> problems;
  private final Set<String> asked = new HashSet<>();

  private Section(String file, String path, JsonNode node, boolean secret, List<String> problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.secret = secret;
    this.problems = problems;
    if (!node.isObject() && !node.isMissingNode()) {
      problem(path.isEmpty() ? "" : path, node, "keys with values");
    }
  }

  static Section root(String file, JsonNode node, List<String> problems) {
    return new Section(file, "", node, false, problems);
  }

  /** Whether the key is there, which does not yet make it one that is expected. */
  boolean holds(String key) {
    return node.hasNonNull(key);
  }

  boolean has(String key) {
    asked.add(key);
    return node.hasNonNull(key);
  }

  Section section(String key) {
    return new Section(file, at(key), value(key), secret, problems);
  }

  /** The same of which no value is ever shown. */
  Section secret(String key) {
    return new Section(file, at(key), value(key), true, problems);
  }

  /** All keys that there are. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The mappings of a sequence. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    items(key, "a list")
        .forEach(item -> sections.add(new Section(file, item.path, item.node, secret, problems)));
    return sections;
  }

  private record Item(String path, JsonNode node) {}

  private List<Item> items(String key, String expected) {
    JsonNode list = value(key);
    List<Item> items = new ArrayList<>();
    if (!list.isMissingNode() && !list.isArray()) {
      problem(at(key), list, expected);
    }
    if (list.isArray()) {
      for (int i = 0; i < list.size(); i++) {
        items.add(new Item(at(key) + "[" + i + "]", list.get(i)));
      }
    }
    return items;
  }

  Optional<String> text(String key) {
    return read(
        key,
        "a text",
        value ->
            value.isValueNode() && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty());
  }

  Optional<Duration> duration(String key, Duration least) {
    return read(
        key,
        DurationText.EXPECTED + ", at least " + DurationText.print(least),
        value ->
            value.isTextual()
                ? DurationText.parse(value.asText()).filter(d -> d.compareTo(least) >= 0)
                : Optional.empty());
  }

  Optional<Integer> number(String key, int least, int most) {
    return read(
        key,
        "a whole number from " + least + " to " + most,
        value ->
            value.isIntegralNumber()
                    && value.canConvertToInt()
                    && value.asInt() >= least
                    && value.asInt() <= most
                ? Optional.of(value.asInt())
                : Optional.empty());
  }

  /** One of a few words. */
  Optional<String> choice(String key, List<String> words) {
    return read(
        key,
        "one of " + String.join(", ", words),
        value -> Optional.of(value.asText()).filter(words::contains));
  }

  /** The texts of a sequence, each made into something. */
  <T> List<T> list(String key, String expected, Function<String, T> make) {
    List<T> made = new ArrayList<>();
    for (Item item : items(key, "a list, each item " + expected)) {
      try {
        if (!item.node.isTextual()) {
          throw new IllegalArgumentException("not a text");
        }
        made.add(make.apply(item.node.asText()));
      } catch (IllegalArgumentException e) {
        problem(item.path, item.node, expected);
      }
    }
    return made;
  }

  /** The whole numbers from 1 to the most of a sequence, also those that are written as texts. */
  List<Long> numbers(String key, String expected, long most) {
    List<Long> numbers = new ArrayList<>();
    for (Item item : items(key, "a list, each item " + expected)) {
      String text = item.node.isIntegralNumber() || item.node.isTextual() ? item.node.asText() : "";
      long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
      if (number < 1 || number > most) {
        problem(item.path, item.node, expected);
      } else {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private <T> Optional<T> read(String key, String expected, Function<JsonNode, Optional<T>> make) {
    JsonNode value = value(key);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    Optional<T> made = make.apply(value);
    if (made.isEmpty()) {
      problem(at(key), value, expected);
    }
    return made;
  }

  /** Notes that a key is needed and not there. */
  void missing(String key, String expected) {
    problems.add(file + ": " + at(key) + ": missing; expected " + expected);
  }

  /** Notes what is wrong with the value of a key. */
  void wrong(String key, String expected) {
    problem(at(key), value(key), expected);
  }

  private void problem(String where, JsonNode value, String expected) {
    String shown =
        value.isTextual()
            ? "\"" + value.asText() + "\""
            : value.isObject() ? keys(value) : value.toString();
    shown = shown.length() <= 80 ? shown : shown.substring(0, 80) + "…";
    String place = where.isEmpty() ? "" : where + ": ";
    problems.add(file + ": " + place + (secret ? "" : shown + ": ") + "expected " + expected);
  }

  /** Notes a key that should not be there. */
  void unknown(String key, String expected) {
    problems.add(file + ": " + at(key) + ": unknown key; expected " + expected);
  }

  /** Without their values, among which may be secrets. */
  private static String keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return "{" + String.join(", ", keys) + "}";
  }

  /** Notes the keys that nobody asked for. To be called last. */
  void refuseOthers() {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!asked.contains(key)) {
                unknown(key, "one of " + String.join(", ", asked.stream().sorted().toList()));
              }
            });
  }

  private JsonNode value(String key) {
    asked.add(key);
    JsonNode value = node.path(key);
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
