package io.chipwire.job;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a live job ended that was stopped.
 *
 * @param counts what was done, resumed runs included
 * @param resumed whether it went on from an earlier run
 * @param atCheckpoint whether it stopped at a checkpoint of its own; if not, the next run does the
 *     work since the last one again
 * @param elapsed time of this run
 * @param deadLetters the file with what was rejected, one JSON object a line; null if nothing was
 */
public record LiveReport(
    LiveCounts counts,
    boolean resumed,
    boolean atCheckpoint,
    Duration elapsed,
    @Nullable Path deadLetters) {}
