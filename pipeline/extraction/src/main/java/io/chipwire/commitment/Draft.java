package io.chipwire.commitment;

import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.language.Sentence;
import io.chipwire.quantity.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as one clause tells it; another may add to it.
 *
 * @param obligors empty where the clause does not say who owes
 * @param continuing whether it tells more of a contract already told: "the deal is worth…"
 * @param prepayment whether the amount is paid in advance, which is a commitment of its own
 */
record Draft(
    Sentence sentence,
    boolean inTitle,
    CommitmentKind kind,
    List<String> obligors,
    @Nullable String counterparty,
    @Nullable Quantity amount,
    @Nullable String term,
    @Nullable String object,
    CommitmentStatus status,
    boolean continuing,
    boolean prepayment,
    double confidence) {

  Draft {
    obligors = List.copyOf(obligors);
  }

  Draft withObligors(List<String> ids) {
    return new Draft(
        sentence,
        inTitle,
        kind,
        ids,
        counterparty,
        amount,
        term,
        object,
        status,
        continuing,
        prepayment,
        confidence);
  }

  Draft withCounterparty(@Nullable String id) {
    return new Draft(
        sentence,
        inTitle,
        kind,
        obligors,
        id,
        amount,
        term,
        object,
        status,
        continuing,
        prepayment,
        confidence);
  }

  Draft withAmount(@Nullable Quantity quantity) {
    return new Draft(
        sentence,
        inTitle,
        kind,
        obligors,
        counterparty,
        quantity,
        term,
        object,
        status,
        continuing,
        prepayment,
        confidence);
  }

  Draft withTerms(@Nullable String time, @Nullable String thing, CommitmentStatus standing) {
    return new Draft(
        sentence,
        inTitle,
        kind,
        obligors,
        counterparty,
        amount,
        time,
        thing,
        standing,
        continuing,
        prepayment,
        confidence);
  }

  boolean inMoney() {
    return amount != null && isMoney(amount);
  }

  /** Whether the unit is a currency code. */
  static boolean isMoney(Quantity quantity) {
    String unit = quantity.unit();
    return unit.length() == 3 && unit.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
