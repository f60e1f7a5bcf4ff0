package io.chipwire.job;

/**
 * Where a running backfill stands. Reported about once a second.
 *
 * @param counts what was done so far, resumed runs included
 * @param bytesTotal size of all inputs on disk; {@link BackfillCounts#bytes()} grows towards it
 * @param articlesPerSecond intakes a second over this run, from the first one on; 0 before
 * @param resumed whether it went on from an earlier run
 */
public record BackfillProgress(
    BackfillCounts counts, long bytesTotal, double articlesPerSecond, boolean resumed) {

  /** How much is done, from 0 to 1, by bytes. */
  public double fraction() {
    return bytesTotal == 0 ? 0 : Math.min(1, (double) counts.bytes() / bytesTotal);
  }

  /** Is told of progress, in a thread of the backfill; must not block for long. */
  @FunctionalInterface
  public interface Listener {
    /** Listens to nothing. */
    Listener NONE = progress -> {};

    /** Where the backfill stands now. */
    void progress(BackfillProgress progress);
  }
}
