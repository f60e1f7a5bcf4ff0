package io.chipwire.job;

import io.chipwire.article.RejectionReason;
import java.util.Map;

/**
 * What a live job has done, the runs it resumed included.
 *
 * @param links that sources told of, each version anew
 * @param known of them, those that needed no request
 * @param articles distinct ones that were indexed
 * @param revisions that replaced an article
 * @param unchanged captures of an article that said the same as before
 * @param copies of the articles and revisions, near copies of earlier articles
 * @param late of the articles, those that were old when they were found, and alert nobody
 * @param futureDated pages whose date could not be
 * @param rejected by reason, without zeros: sources, requests and pages
 */
public record LiveCounts(
    long links,
    long known,
    long articles,
    long revisions,
    long unchanged,
    long copies,
    long late,
    long futureDated,
    Map<RejectionReason, Long> rejected) {

  /** Nothing yet. */
  static final LiveCounts NONE = new LiveCounts(0, 0, 0, 0, 0, 0, 0, 0, Map.of());

  /** Copies the map. */
  public LiveCounts {
    rejected = Map.copyOf(rejected);
  }

  /** All that was rejected. */
  public long rejectedInAll() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Reads the accumulators of {@link Tally}. */
  static LiveCounts of(Map<String, Object> accumulators) {
    BackfillCounts counts = BackfillCounts.of(accumulators);
    return new LiveCounts(
        count(accumulators, Tally.LINKS),
        count(accumulators, Tally.KNOWN_LINKS),
        counts.indexed(),
        count(accumulators, Tally.REVISIONS),
        counts.duplicates(),
        count(accumulators, Tally.COPIES),
        count(accumulators, Tally.LATE),
        count(accumulators, Tally.FUTURE_DATED),
        counts.rejected());
  }

  private static long count(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long count ? count : 0;
  }
}
