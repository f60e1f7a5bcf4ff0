package io.chipwire.job;

import io.chipwire.article.RejectionReason;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a backfill has done, the runs it resumed included. {@code read} is the sum of the others.
 *
 * @param read intakes: pages, lines, records, and inputs that could not be opened
 * @param bytes bytes of the inputs, as stored, behind them
 * @param indexed distinct articles
 * @param duplicates further captures of the same articles
 * @param rejected by reason, without zeros
 */
public record BackfillCounts(
    long read, long bytes, long indexed, long duplicates, Map<RejectionReason, Long> rejected) {

  /** Nothing yet. */
  static final BackfillCounts NONE = new BackfillCounts(0, 0, 0, 0, Map.of());

  /** Copies the map. */
  public BackfillCounts {
    rejected = Map.copyOf(rejected);
  }

  /** All that was rejected. */
  public long rejectedInAll() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Reads the accumulators of {@link Tally}. */
  static BackfillCounts of(Map<String, Object> accumulators) {
    Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
    for (RejectionReason reason : RejectionReason.values()) {
      long count = count(accumulators, Tally.REJECTED + reason.name());
      if (count != 0) {
        rejected.put(reason, count);
      }
    }
    return new BackfillCounts(
        count(accumulators, Tally.READ),
        count(accumulators, Tally.BYTES),
        count(accumulators, Tally.INDEXED),
        count(accumulators, Tally.DUPLICATES),
        rejected);
  }

  private static long count(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long count ? count : 0;
  }
}
