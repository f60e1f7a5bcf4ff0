package io.chipwire.commitment;

import io.chipwire.quantity.Quantity;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which quantity of a clause is the one that is owed. */
final class Amounts {

  private static final Words WORDS = Words.beside(Amounts.class);
  private static final Set<String> OTHER_MONEY = WORDS.of("other-money");

  private final Vocabulary vocabulary;

  Amounts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The amount owed in a stretch of tokens: money before power before counts, or null. */
  @Nullable Quantity in(Clause clause, int from, int to) {
    List<Quantity> owed = all(clause, from, to);
    for (Quantity quantity : owed) {
      if (Draft.isMoney(quantity)) {
        return quantity;
      }
    }
    for (Quantity quantity : owed) {
      if (quantity.unit().equals("W")) {
        return quantity;
      }
    }
    return owed.isEmpty() ? null : owed.getFirst();
  }

  /** All that can be owed, in order. */
  List<Quantity> all(Clause clause, int from, int to) {
    List<Quantity> owed = new ArrayList<>();
    Quantity previous = null;
    for (Quantity quantity : clause.quantities) {
      if (quantity.first() >= from
          && quantity.first() < to
          && canBeOwed(quantity)
          && !convertsPrevious(clause, previous, quantity)
          && !ofOtherMoney(clause, quantity)) {
        owed.add(quantity);
      }
      previous = quantity;
    }
    return owed;
  }

  private boolean canBeOwed(Quantity quantity) {
    return quantity.per() == null
        && (Draft.isMoney(quantity)
            || quantity.unit().equals("W")
            || vocabulary.isThing("chip", quantity.unit())
            || vocabulary.isThing("chip", quantity.unit() + "s"));
  }

  /** "500 billion yen ($3.2 billion)". */
  private static boolean convertsPrevious(
      Clause clause, @Nullable Quantity previous, Quantity quantity) {
    return previous != null
        && Draft.isMoney(previous)
        && clause.word(quantity.first() - 1).equals("(")
        && quantity.first() - previous.end() <= 2;
  }

  /** "$8 billion in revenue", "a $4.5 billion charge". */
  private static boolean ofOtherMoney(Clause clause, Quantity quantity) {
    String next = clause.word(quantity.end());
    for (int i = quantity.first() - 1; i >= Math.max(0, quantity.first() - 5); i--) {
      if (clause.word(i).startsWith("sav")) {
        return true;
      }
    }
    return OTHER_MONEY.contains(next)
        || ((next.equals("in") || next.equals("of"))
            && OTHER_MONEY.contains(clause.word(quantity.end() + 1)));
  }
}
