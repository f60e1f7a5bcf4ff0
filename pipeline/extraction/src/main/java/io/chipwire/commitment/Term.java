package io.chipwire.commitment;

import io.chipwire.quantity.Quantity;
import io.chipwire.table.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time over which something is owed, as the words say it. */
final class Term {

  private static final Words WORDS = Words.beside(Term.class);
  private static final Set<String> OVER = WORDS.of("over");
  private static final Set<String> TO_COME = WORDS.of("to-come");
  private static final Set<String> TO_THE_END = WORDS.of("until");

  private Term() {}

  /** "5 years", "through 2030", "multi-year", or null where the clause gives none. */
  static @Nullable String of(Clause clause) {
    String until = until(clause);
    for (Quantity quantity : clause.quantities) {
      boolean time = quantity.unit().equals("year") || quantity.unit().equals("month");
      if (time
          && quantity.low() != null
          && quantity.low().equals(quantity.high())
          && spansTime(clause, quantity)) {
        String number = quantity.low().toPlainString();
        return number + " " + quantity.unit() + (number.equals("1") ? "" : "s");
      }
    }
    if (until != null) {
      return until;
    }
    for (int i = 0; i < clause.words.size(); i++) {
      boolean multi = clause.word(i).equals("multi") && clause.word(i + 2).equals("year");
      if (multi || clause.word(i).equals("multi-year") || clause.word(i).equals("multiyear")) {
        return "multi-year";
      }
    }
    return null;
  }

  /**
   * "over (the next) four years", "a five-year loan"; not "five years ago", "a 30-year veteran".
   */
  private static boolean spansTime(Clause clause, Quantity quantity) {
    int before = quantity.first() - 1;
    if (TO_COME.contains(clause.word(before))) {
      before -= clause.word(before - 1).equals("the") ? 2 : 1;
    }
    return !clause.word(quantity.end()).equals("ago")
        && !clause.word(quantity.end()).equals("old")
        && (OVER.contains(clause.word(before))
            || OVER.contains(clause.word(before - 1))
            || quantity.text().contains("-"));
  }

  private static @Nullable String until(Clause clause) {
    for (int i = 1; i < clause.words.size(); i++) {
      String year = clause.word(i);
      if (!isYear(year)) {
        continue;
      }
      boolean endOf = clause.word(i - 1).equals("of") && clause.word(i - 2).equals("end") && i > 3;
      String before = endOf ? clause.word(i - 4) : clause.word(i - 1);
      boolean by = before.equals("by") && endOf;
      if (TO_THE_END.contains(before) || by) {
        return "through " + year;
      }
    }
    return null;
  }

  private static boolean isYear(String word) {
    return word.length() == 4 && word.startsWith("20") && word.chars().allMatch(Character::isDigit);
  }
}
