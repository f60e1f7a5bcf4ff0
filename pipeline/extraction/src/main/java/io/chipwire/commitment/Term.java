package io.chipwire.commitment;

import io.chipwire.quantity.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time over which something is owed, as the sentence says it. */
final class Term {

  private Term() {}

  /** "5 years", "through 2030", "multi-year", or null where the sentence gives none. */
  static @Nullable String of(List<String> words, List<Quantity> quantities) {
    for (Quantity quantity : quantities) {
      if ((quantity.unit().equals("year") || quantity.unit().equals("month"))
          && quantity.low() != null
          && quantity.low().equals(quantity.high())) {
        String number = quantity.low().toPlainString();
        return number + " " + quantity.unit() + (number.equals("1") ? "" : "s");
      }
    }
    for (int i = 0; i < words.size(); i++) {
      if (isYear(words.get(i))) {
        String before = i == 0 ? "" : words.get(i - 1);
        boolean untilTheEnd = i >= 4 && words.subList(i - 3, i).equals(List.of("the", "end", "of"));
        if (List.of("through", "until", "by").contains(before) || untilTheEnd) {
          return "through " + words.get(i);
        }
      }
      if (words.get(i).equals("multi-year")
          || words.get(i).equals("multiyear")
          || words.get(i).equals("multi")
              && i + 2 < words.size()
              && words.get(i + 2).equals("year")) {
        return "multi-year";
      }
    }
    return null;
  }

  private static boolean isYear(String word) {
    return word.length() == 4 && word.startsWith("20") && word.chars().allMatch(Character::isDigit);
  }
}
