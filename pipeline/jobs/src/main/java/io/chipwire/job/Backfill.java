package io.chipwire.job;

import io.chipwire.archive.ArchiveListing;
import io.chipwire.archive.flink.ArchiveSource;
import io.chipwire.extraction.Extraction;
import io.chipwire.search.IndexFolder;
import io.chipwire.search.flink.LuceneSink;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive into an index: the job, its checkpoints and its report. Runs in a MiniCluster of
 * this process, or in a {@link FlinkCluster} that was started before.
 *
 * <p>Lifecycle: {@link #run} blocks until the inputs are read or {@link #stop} was called, from
 * another thread, and can be called once. What it leaves behind when it is killed or stopped, the
 * next backfill of the same inputs takes up; see the package.
 */
public final class Backfill {

  /** No archive takes longer to read. */
  private static final Duration REVISION_TTL = Duration.ofDays(30);

  private static final int RESTARTS = 3;

  private final BackfillOptions options;
  private final List<String> inputs;
  private final ArticleStages stages;
  private final BackfillWatch watch;
  private final JobPlace place;
  private @Nullable ArchiveAlerts alerts;

  /** A backfill with the given stages. */
  public Backfill(
      BackfillOptions options, ArticleStages stages, BackfillProgress.Listener listener) {
    this.options = options;
    this.place = new JobPlace(options.cluster());
    this.inputs =
        options.cluster() == null
            ? options.inputs()
            : options.inputs().stream().map(Backfill::absolute).toList();
    this.stages = stages;
    this.watch = new BackfillWatch(listener);
  }

  /**
   * Also matches articles published since then against the subscriptions of a store, and puts the
   * alerts into its outbox when all is read. To be called before {@link #run}; without it nobody is
   * alerted.
   *
   * @param store see {@link Alerting#define}
   * @return this
   */
  public Backfill alerting(String store, Instant since) {
    alerts = new ArchiveAlerts(store, since);
    return this;
  }

  private record ArchiveAlerts(String store, Instant since) {}

  /** The processes of a cluster have working folders of their own. */
  private static String absolute(String input) {
    try {
      return Path.of(input).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      return input; // the listing refuses it
    }
  }

  /**
   * Runs to the end or until it is stopped.
   *
   * @throws io.chipwire.search.UnusableIndexException if the folder holds something else
   * @throws IOException if the folder cannot be used, another backfill uses it, or the cluster
   *     cannot be reached
   * @throws BackfillFailedException if the job failed; what was done is kept, and can be resumed
   */
  public BackfillReport run() throws IOException, InterruptedException, BackfillFailedException {
    IndexPlace.require(options.index());
    ArchiveListing listing = ArchiveListing.of(inputs);
    String fingerprint =
        InputFingerprint.of(
            listing, options.archive(), alerts == null ? "" : "alerts since " + alerts.since());
    Path deadLetters =
        DeadLetters.folderOf(options.index()).resolve(fingerprint.substring(0, 12) + ".jsonl");
    try (RetainedCheckpoints checkpoints =
        RetainedCheckpoints.open(options.index().resolve("checkpoints"))) {
      place.makeRoom(name(), options.parallelism());
      Optional<Path> resumed = checkpoints.newestOf(fingerprint);
      StreamExecutionEnvironment env = environment(checkpoints, resumed);
      define(env, deadLetters);
      JobClient job = start(env);
      Optional<ScheduledExecutorService> signOfLife = place.signOfLife(job);
      try {
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
      } finally {
        signOfLife.ifPresent(ScheduledExecutorService::shutdownNow);
      }
    }
  }

  private String name() {
    return "chipwire backfill into " + options.index().toAbsolutePath().normalize();
  }

  /**
   * Asks the run to stop: it keeps what was done, so that the next backfill goes on from there, and
   * {@link #run} returns within seconds. Does nothing if it is over. May be called at any time.
   */
  public void stop() {
    watch.stop();
  }

  private void define(StreamExecutionEnvironment env, Path deadLetters) {
    DataStream<Extraction> said =
        ArticlePipeline.define(
            env.fromSource(
                    ArchiveSource.of(inputs, options.archive()),
                    WatermarkStrategy.noWatermarks(),
                    "Archive")
                .uid("source-archive")
                .setParallelism(1), // reading is a small part of the work, and keeps the order
            stages,
            REVISION_TTL,
            new ArticleSinks(
                new LuceneSink(new IndexFolder(options.index())), new DeadLetterSink(deadLetters)));
    if (alerts != null) {
      Alerting.defineForArchive(said, alerts.store(), alerts.since());
    }
  }

  private StreamExecutionEnvironment environment(
      RetainedCheckpoints checkpoints, Optional<Path> resumed) {
    Configuration configuration = ArticlePipeline.configuration();
    checkpoints.configure(configuration, options.checkpointInterval(), resumed);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    StreamExecutionEnvironment env = place.environment(configuration, true);
    env.setParallelism(options.parallelism());
    return env;
  }

  private JobClient start(StreamExecutionEnvironment env) throws BackfillFailedException {
    try {
      return env.executeAsync(name());
    } catch (Exception e) { // what Flink declares
      throw new BackfillFailedException("backfill could not be started", e);
    }
  }
}
