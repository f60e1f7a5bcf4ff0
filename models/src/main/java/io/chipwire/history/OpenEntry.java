package io.chipwire.history;

import io.chipwire.fact.Amount;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger entry while statements are added to it, in order of time. */
final class OpenEntry {

  private final List<String> obligors;
  private final CommitmentKind kind;
  private @Nullable String counterparty;
  private @Nullable String object;
  private @Nullable String term;
  private @Nullable Amount amount;
  private CommitmentStatus status;
  private final List<Ledger.Revision> revisions = new ArrayList<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();

  OpenEntry(Statement<Commitment> first) {
    this.obligors = first.fact().obligors();
    this.kind = first.fact().kind();
    this.status = first.fact().status();
  }

  /** Whether a statement is about this commitment, as it stands. */
  boolean agrees(Statement<Commitment> statement) {
    return fits(statement.fact()) && sameValue(amount, statement.fact().amount());
  }

  /** Whether a statement is about this commitment, and gives another amount, or none. */
  boolean isRevisedBy(Statement<Commitment> statement) {
    Commitment other = statement.fact();
    boolean sameThing = same(object, other.object()) || same(counterparty, other.counterparty());
    if (!fits(other) || !sameThing) {
      return false;
    }
    if (amount == null || other.amount() == null) {
      return true;
    }
    // An article that gives two amounts speaks of two commitments.
    return amount.unit().equals(other.amount().unit())
        && !sources.containsKey(statement.source().articleId());
  }

  private boolean fits(Commitment other) {
    return kind == other.kind()
        && !differ(counterparty, other.counterparty())
        && !differ(object, other.object());
  }

  void add(Statement<Commitment> statement) {
    Commitment said = statement.fact();
    boolean first = revisions.isEmpty();
    boolean newAmount =
        said.amount() != null && (amount == null || !sameValue(amount, said.amount()));
    boolean newStatus = isNews(said.status());
    if (first || newAmount || newStatus) {
      amount = first || newAmount ? said.amount() : amount;
      status = first || newStatus ? said.status() : status;
      revisions.add(new Ledger.Revision(amount, status, statement.source()));
    }
    counterparty = counterparty == null ? said.counterparty() : counterparty;
    object = object == null ? said.object() : object;
    term = term == null ? said.term() : term;
    sources.putIfAbsent(statement.source().articleId(), statement.source());
  }

  Ledger.Entry close() {
    List<Source> all = List.copyOf(sources.values());
    List<Instant> times =
        all.stream().map(Source::seenOrLast).filter(time -> time != Instant.MAX).toList();
    return new Ledger.Entry(
        obligors,
        counterparty,
        kind,
        object,
        term,
        amount,
        status,
        times.isEmpty() ? null : times.get(0),
        times.isEmpty() ? null : times.get(times.size() - 1),
        StatedValue.origins(all),
        revisions,
        all);
  }

  /** A commitment gets firmer, or is cancelled; a vaguer word about a firm one is no news. */
  private boolean isNews(CommitmentStatus other) {
    return other == CommitmentStatus.CANCELLED
        ? status != CommitmentStatus.CANCELLED
        : firmness(other) > firmness(status);
  }

  private static int firmness(CommitmentStatus status) {
    return switch (status) {
      case REPORTED -> 0;
      case PLANNED -> 1;
      case ANNOUNCED -> 2;
      case SIGNED -> 3;
      case CANCELLED -> 4;
    };
  }

  private static boolean differ(@Nullable String a, @Nullable String b) {
    return a != null && b != null && !a.equals(b);
  }

  private static boolean same(@Nullable String a, @Nullable String b) {
    return a != null && a.equals(b);
  }

  private static boolean sameValue(@Nullable Amount a, @Nullable Amount b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    return a.unit().equals(b.unit()) && rounding(a).meets(rounding(b)) && near(a, b);
  }

  /** An amount has no words of its own; its digits that are not zero tell how exact it is. */
  private static Rounding rounding(Amount amount) {
    return Rounding.of(amount.low(), amount.high(), amount.bound(), "");
  }

  /** "At least 1 billion" and 100 billion can both be true and are not the same commitment. */
  private static boolean near(Amount a, Amount b) {
    double first = Math.abs(value(a));
    double second = Math.abs(value(b));
    return Math.max(first, second) <= 1.25 * Math.min(first, second);
  }

  private static double value(Amount amount) {
    return amount.low() != null
        ? amount.low().doubleValue()
        : amount.high() != null ? amount.high().doubleValue() : 0;
  }
}
