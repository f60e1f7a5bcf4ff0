package io.chipwire.job;

import io.chipwire.archive.ArchiveListing;
import io.chipwire.archive.flink.ArchiveSource;
import io.chipwire.search.IndexFolder;
import io.chipwire.search.flink.LuceneSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Reads an archive into an index: the job, its checkpoints and its report. Runs in a MiniCluster of
 * this process unless it was started by {@code flink run}.
 *
 * <p>Lifecycle: {@link #run} blocks until the inputs are read or {@link #stop} was called, from
 * another thread, and can be called once. What it leaves behind when it is killed or stopped, the
 * next backfill of the same inputs takes up; see the package.
 */
public final class Backfill {

  /** No archive takes longer to read. */
  private static final Duration REVISION_TTL = Duration.ofDays(30);

  private static final int RESTARTS = 3;
  private static final MemorySize BUFFER = MemorySize.parse("8kb");

  /** Subfolders of an index folder that do not make it an index yet. */
  private static final List<String> OWN_FOLDERS = List.of("checkpoints", "rejected", "staging");

  private final BackfillOptions options;
  private final ArticleStages stages;
  private final BackfillWatch watch;

  /** A backfill with the given stages. */
  public Backfill(
      BackfillOptions options, ArticleStages stages, BackfillProgress.Listener listener) {
    this.options = options;
    this.stages = stages;
    this.watch = new BackfillWatch(listener);
  }

  /**
   * Runs to the end or until it is stopped.
   *
   * @throws io.chipwire.search.UnusableIndexException if the folder holds something else
   * @throws IOException if the folder cannot be used, or another backfill uses it
   * @throws BackfillFailedException if the job failed; what was done is kept, and can be resumed
   */
  public BackfillReport run() throws IOException, InterruptedException, BackfillFailedException {
    requireIndexOrNothing();
    ArchiveListing listing = ArchiveListing.of(options.inputs());
    String fingerprint = InputFingerprint.of(listing, options.archive());
    Path deadLetters =
        options.index().resolve("rejected").resolve(fingerprint.substring(0, 12) + ".jsonl");
    try (RetainedCheckpoints checkpoints =
        RetainedCheckpoints.open(options.index().resolve("checkpoints"))) {
      Optional<Path> resumed = checkpoints.newestOf(fingerprint);
      StreamExecutionEnvironment env = environment(checkpoints, resumed);
      define(env, deadLetters);
      JobClient job = start(env);
      BackfillReport report =
          watch.await(
              job,
              checkpoints.folder().resolve("stopped"),
              listing.bytes(),
              resumed.isPresent(),
              deadLetters);
      if (report.finished()) {
        checkpoints.clear();
      }
      return report;
    }
  }

  /**
   * Asks the run to stop: it keeps what was done, so that the next backfill goes on from there, and
   * {@link #run} returns within seconds. Does nothing if it is over. May be called at any time.
   */
  public void stop() {
    watch.stop();
  }

  private void define(StreamExecutionEnvironment env, Path deadLetters) {
    ArticlePipeline.define(
        env.fromSource(
                ArchiveSource.of(options.inputs(), options.archive()),
                WatermarkStrategy.noWatermarks(),
                "Archive")
            .uid("source-archive")
            .setParallelism(1), // reading is a small part of the work, and keeps the order
        stages,
        REVISION_TTL,
        new ArticleSinks(
            new LuceneSink(new IndexFolder(options.index())), new DeadLetterSink(deadLetters)));
  }

  private StreamExecutionEnvironment environment(
      RetainedCheckpoints checkpoints, Optional<Path> resumed) {
    Configuration configuration = ArticlePipeline.configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, options.checkpointInterval());
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.folder().toUri().toString());
    configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    // Small buffers: an article takes long, and a checkpoint waits for all that are on the way.
    configuration.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, BUFFER);
    // Counts travel with the heartbeats.
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
    resumed.ifPresent(
        path -> {
          configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString());
          configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        });
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(options.parallelism());
    return env;
  }

  private static JobClient start(StreamExecutionEnvironment env) throws BackfillFailedException {
    try {
      return env.executeAsync("chipwire backfill");
    } catch (Exception e) { // what Flink declares
      throw new BackfillFailedException("backfill could not be started", e);
    }
  }

  /** A folder that is neither empty nor ours is a mistake in typing, not a place for an index. */
  private void requireIndexOrNothing() throws IOException {
    IndexFolder folder = new IndexFolder(options.index());
    if (!Files.exists(folder.root())) {
      return;
    }
    if (Files.isDirectory(folder.root())) {
      try (Stream<Path> children = Files.list(folder.root())) {
        if (children.allMatch(child -> OWN_FOLDERS.contains(child.getFileName().toString()))) {
          return;
        }
      }
    }
    folder.requireUsable();
  }
}
