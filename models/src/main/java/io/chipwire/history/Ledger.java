package io.chipwire.history;

import io.chipwire.fact.Amount;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owes whom what: commitments of many articles, each once, with its revisions.
 *
 * <p>Two statements are about one commitment if its kind and obligors are the same, the
 * counterparty and the object do not differ, and the amounts can stand for the same value, or else
 * object or counterparty are the same and the later amount is taken for a revision.
 *
 * @param entries in the order in which they were first stated
 * @param totals by unit: what all entries that are not cancelled sum up to, each counted once, a
 *     joint one too; an entry without an amount counts nothing, an open one its known end
 */
public record Ledger(List<Entry> entries, Map<String, BigDecimal> totals) {

  /** Copies the collections. */
  public Ledger {
    entries = List.copyOf(entries);
    totals = Map.copyOf(totals);
  }

  /**
   * A commitment.
   *
   * @param obligors who owes it, several for a joint one
   * @param amount as last stated; null where none was ever given
   * @param status as last stated
   * @param origins how many independent outlets state it, see {@link io.chipwire.story.Origin}
   * @param revisions each amount or status that differs from the one before, in order of time, the
   *     first statement first
   * @param sources all who state it, in order of time
   */
  public record Entry(
      List<String> obligors,
      @Nullable String counterparty,
      CommitmentKind kind,
      @Nullable String object,
      @Nullable String term,
      @Nullable Amount amount,
      CommitmentStatus status,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen,
      int origins,
      List<Revision> revisions,
      List<Source> sources) {

    /** Copies the lists. */
    public Entry {
      obligors = List.copyOf(obligors);
      revisions = List.copyOf(revisions);
      sources = List.copyOf(sources);
    }
  }

  /** What was stated anew. */
  public record Revision(@Nullable Amount amount, CommitmentStatus status, Source source) {}

  /** Makes a ledger of statements. */
  public static Ledger of(List<Statement<Commitment>> statements) {
    List<Statement<Commitment>> sorted = new ArrayList<>(statements);
    sorted.sort(
        Comparator.comparing((Statement<Commitment> statement) -> statement.source().seenOrLast())
            .thenComparing(statement -> statement.source().articleId())
            .thenComparing(statement -> statement.fact().start()));
    Map<List<String>, List<OpenEntry>> byObligors = new TreeMap<>(Ledger::compareLists);
    List<OpenEntry> all = new ArrayList<>();
    for (Statement<Commitment> statement : sorted) {
      List<String> key = statement.fact().obligors().stream().sorted().toList();
      List<OpenEntry> candidates = byObligors.computeIfAbsent(key, k -> new ArrayList<>());
      OpenEntry same = find(candidates, statement);
      if (same == null) {
        same = new OpenEntry(statement);
        candidates.add(same);
        all.add(same);
      }
      same.add(statement);
    }
    List<Entry> entries = all.stream().map(OpenEntry::close).toList();
    return new Ledger(entries, totals(entries));
  }

  private static @Nullable OpenEntry find(
      List<OpenEntry> candidates, Statement<Commitment> statement) {
    return candidates.stream()
        .filter(entry -> entry.agrees(statement))
        .findFirst()
        .or(() -> candidates.stream().filter(entry -> entry.isRevisedBy(statement)).findFirst())
        .orElse(null);
  }

  private static Map<String, BigDecimal> totals(List<Entry> entries) {
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (Entry entry : entries) {
      Amount amount = entry.amount();
      if (amount != null && entry.status() != CommitmentStatus.CANCELLED) {
        BigDecimal value = amount.low() != null ? amount.low() : amount.high();
        if (value != null) {
          totals.merge(amount.unit(), value, BigDecimal::add);
        }
      }
    }
    return totals;
  }

  private static int compareLists(List<String> a, List<String> b) {
    return String.join("\n", a).compareTo(String.join("\n", b));
  }
}
