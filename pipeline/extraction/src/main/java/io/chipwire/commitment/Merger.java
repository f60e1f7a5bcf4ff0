package io.chipwire.commitment;

import io.chipwire.fact.Amount;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes one commitment of what several sentences, or title and text, tell of it. */
final class Merger {

  private static final int REACH = 6;

  private final List<Draft> merged = new ArrayList<>();

  /** Takes a draft in: joins it to one already told, or keeps it as another. */
  void add(Draft draft) {
    for (int i = merged.size() - 1; i >= 0; i--) {
      Draft known = merged.get(i);
      if (same(known, draft)) {
        merged.set(i, join(known, draft));
        return;
      }
    }
    merged.add(draft);
  }

  /** The commitments, in order. */
  List<Commitment> commitments() {
    List<Commitment> all = new ArrayList<>();
    for (Draft draft : merged) {
      if (!toldFromTheOtherSide(draft)) {
        all.add(commitment(draft));
      }
    }
    return all;
  }

  private static boolean same(Draft known, Draft draft) {
    boolean parties =
        known.kind() == draft.kind()
            && known.prepayment() == draft.prepayment()
            && overlapping(known.obligors(), draft.obligors())
            && (known.counterparty() == null
                || draft.counterparty() == null
                || known.counterparty().equals(draft.counterparty()));
    if (!parties) {
      return false;
    }
    boolean near =
        known.inTitle() != draft.inTitle()
            || draft.sentence().index() - known.sentence().index() <= REACH;
    if (equalAmounts(known, draft)) {
      return true;
    }
    boolean bothMoney = known.inMoney() && draft.inMoney();
    boolean open =
        known.amount() == null || draft.amount() == null || known.inMoney() != draft.inMoney();
    return near && !bothMoney && (open || draft.continuing());
  }

  private static boolean overlapping(List<String> one, List<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both.size() == Math.min(one.size(), other.size()) && !both.isEmpty();
  }

  private static boolean equalAmounts(Draft one, Draft other) {
    if (one.amount() == null || other.amount() == null) {
      return false;
    }
    return amount(one).unit().equals(amount(other).unit())
        && java.util.Objects.equals(amount(one).low(), amount(other).low())
        && java.util.Objects.equals(amount(one).high(), amount(other).high());
  }

  private static Draft join(Draft known, Draft draft) {
    Draft base = known.inTitle() && !draft.inTitle() ? draft : known;
    Draft more = base == known ? draft : known;
    boolean takesAmount =
        base.amount() == null || (!base.inMoney() && more.inMoney()) || draft.continuing();
    Draft joined = takesAmount && more.amount() != null ? base.withAmount(more.amount()) : base;
    if (joined.counterparty() == null) {
      joined = joined.withCounterparty(more.counterparty());
    }
    if (more.obligors().size() > joined.obligors().size() && joined.amount() == more.amount()) {
      joined = joined.withObligors(more.obligors());
    }
    CommitmentStatus status =
        more.status() == CommitmentStatus.CANCELLED || more.status() == CommitmentStatus.SIGNED
            ? more.status()
            : joined.status();
    return joined.withTerms(
        joined.term() == null ? more.term() : joined.term(),
        joined.object() == null ? more.object() : joined.object(),
        status);
  }

  /** A seller's supply without an amount says nothing beyond the buyer's purchase. */
  private boolean toldFromTheOtherSide(Draft draft) {
    return draft.kind() == CommitmentKind.SUPPLY
        && draft.amount() == null
        && merged.stream()
            .anyMatch(
                other ->
                    other.kind() != CommitmentKind.SUPPLY
                        && other.counterparty() != null
                        && draft.obligors().contains(other.counterparty())
                        && draft.counterparty() != null
                        && other.obligors().contains(draft.counterparty()));
  }

  private static Commitment commitment(Draft draft) {
    return new Commitment(
        draft.sentence().start(),
        draft.sentence().end(),
        draft.kind(),
        draft.obligors(),
        draft.counterparty(),
        draft.amount() == null ? null : amount(draft),
        draft.term(),
        draft.object(),
        draft.status(),
        draft.inTitle(),
        Math.min(0.95, Math.round(draft.confidence() * 100) / 100.0));
  }

  private static Amount amount(Draft draft) {
    var quantity = java.util.Objects.requireNonNull(draft.amount());
    return new Amount(quantity.unit(), quantity.low(), quantity.high(), quantity.bound());
  }
}
