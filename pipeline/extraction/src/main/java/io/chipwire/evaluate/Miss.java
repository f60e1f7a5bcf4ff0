package io.chipwire.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is in one of the two sets only.
 *
 * @param measure the kind of score, such as {@code figures (value)}
 * @param url of the article
 * @param invented whether it was predicted and is not gold; else it is gold and was missed
 * @param key what was compared
 */
public record Miss(String measure, String url, boolean invented, List<@Nullable Object> key) {

  /** A line of a report. */
  String line() {
    return "%-8s %-22s %s  %s"
        .formatted(invented ? "invented" : "missed", measure, url, written(key));
  }

  private static String written(@Nullable Object part) {
    return switch (part) {
      case null -> "None";
      case List<?> list ->
          list.stream()
              .map(Miss::written)
              .collect(Collectors.joining(", ", "(", list.size() == 1 ? ",)" : ")"));
      case Double number -> number(number);
      default -> "'" + part + "'";
    };
  }

  private static String number(double number) {
    boolean plain = number == Math.rint(number) && Math.abs(number) < 1e16;
    if (plain) {
      return String.format(Locale.ROOT, "%.1f", number);
    }
    return Double.toString(number).replace("E", Math.abs(number) < 1 ? "e" : "e+");
  }
}
