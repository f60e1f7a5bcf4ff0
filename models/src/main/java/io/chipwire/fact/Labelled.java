package io.chipwire.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An enum whose constants have a public spelling: the constant's name in lower case. */
public interface Labelled {

  /** The constant's Java name; every enum has it. */
  String name();

  /** The spelling in JSON and in queries, such as {@code gross_margin}. */
  @JsonValue
  default String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant of that label, whatever its letter case, or empty. */
  static <E extends Enum<E> & Labelled> Optional<E> find(Class<E> type, String label) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.label().equalsIgnoreCase(label))
        .findFirst();
  }

  /** All labels of an enum, comma-separated, for messages. */
  static <E extends Enum<E> & Labelled> String labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Labelled::label)
        .collect(Collectors.joining(", "));
  }
}
