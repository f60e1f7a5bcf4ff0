package io.chipwire.job;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a backfill ended.
 *
 * @param counts what was done, resumed runs included
 * @param finished whether all inputs were read; false if it was stopped
 * @param resumed whether it went on from an earlier run
 * @param elapsed time of this run
 * @param readInThisRun intakes of this run alone, for the rate
 * @param deadLetters the file with what was rejected, one JSON object a line; null if nothing was
 */
public record BackfillReport(
    BackfillCounts counts,
    boolean finished,
    boolean resumed,
    Duration elapsed,
    long readInThisRun,
    @Nullable Path deadLetters) {

  /** Intakes a second of this run, start-up included. */
  public double articlesPerSecond() {
    return elapsed.isZero() ? 0 : readInThisRun * 1e9 / elapsed.toNanos();
  }
}
