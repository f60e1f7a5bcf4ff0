package io.chipwire.job;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.archive.ArchiveOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to backfill and how.
 *
 * @param index the index folder; made if it is not there
 * @param inputs files and folders, see {@link io.chipwire.archive.ArchiveListing}
 * @param archive how to read them
 * @param parallelism subtasks that read and annotate, from 1 to {@link
 *     ArticlePipeline#MAX_PARALLELISM}; may differ from that of the run that is resumed
 * @param checkpointInterval how much time a kill may cost, and how often the index shows more
 * @param cluster where the job runs; null for a cluster of this process
 */
public record BackfillOptions(
    Path index,
    List<String> inputs,
    ArchiveOptions archive,
    int parallelism,
    Duration checkpointInterval,
    @Nullable FlinkCluster cluster) {

  /** Between two checkpoints, if nothing else is said. */
  public static final Duration DEFAULT_CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

  /**
   * Checks the values and copies the list.
   *
   * @throws IllegalArgumentException if there is no input, standard input is one, or a number is
   *     out of range
   */
  public BackfillOptions {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("inputs: none given; expected files or folders");
    }
    if (inputs.contains(ArchiveFile.STANDARD_INPUT)) {
      throw new IllegalArgumentException(
          "input \"-\": a backfill that is interrupted cannot read standard input again;"
              + " expected files or folders");
    }
    if (parallelism < 1 || parallelism > ArticlePipeline.MAX_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism " + parallelism + ": expected 1 to " + ArticlePipeline.MAX_PARALLELISM);
    }
    if (checkpointInterval.toMillis() < 10) {
      throw new IllegalArgumentException(
          "checkpoint interval " + checkpointInterval + ": expected at least 10 ms");
    }
  }

  /** Inputs into an index, one subtask, everything else as usual. */
  public static BackfillOptions of(Path index, List<String> inputs) {
    return new BackfillOptions(
        index, inputs, ArchiveOptions.DEFAULT, 1, DEFAULT_CHECKPOINT_INTERVAL, null);
  }

  /** The same with another parallelism. */
  public BackfillOptions withParallelism(int subtasks) {
    return new BackfillOptions(index, inputs, archive, subtasks, checkpointInterval, cluster);
  }

  /** The same with another way of reading. */
  public BackfillOptions withArchive(ArchiveOptions options) {
    return new BackfillOptions(index, inputs, options, parallelism, checkpointInterval, cluster);
  }

  /** The same with another checkpoint interval. */
  public BackfillOptions withCheckpointInterval(Duration interval) {
    return new BackfillOptions(index, inputs, archive, parallelism, interval, cluster);
  }

  /** The same on another cluster, which has to see the inputs and the index; null for its own. */
  public BackfillOptions withCluster(@Nullable FlinkCluster other) {
    return new BackfillOptions(index, inputs, archive, parallelism, checkpointInterval, other);
  }
}
