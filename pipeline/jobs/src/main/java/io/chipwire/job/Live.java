package io.chipwire.job;

import io.chipwire.job.monitor.Lookout;
import io.chipwire.job.monitor.MonitorAddress;
import io.chipwire.kafka.Brokers;
import io.chipwire.kafka.KafkaTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches sources and keeps an index up to date, for as long as it is let: the job, its checkpoints
 * and its report. Runs in a MiniCluster of this process, in a {@link FlinkCluster} that was started
 * before, or wherever {@code flink run} takes it.
 *
 * <p>Lifecycle: {@link #run} blocks until {@link #stop} is called, from another thread; {@link
 * #submit} leaves the job to a cluster. One of them can be called, once. Stopped or killed, the
 * next run into the same index goes on from there, also with other sources.
 */
public final class Live {

  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  /** To be raised when a checkpoint of the version before can no longer be read. */
  private static final String STATE_VERSION = "live 1";

  /** How long brokers may take to answer at the start; later ones are failures of the job. */
  private static final Duration BROKERS = Duration.ofSeconds(10);

  /** Failures in a row, without an hour of health between them, after which a run ends. */
  private static final int FAILURES = 12;

  private final LiveOptions options;
  private final ArticleStages stages;
  private final LiveProgress listener;
  private final Outside outside;
  private final LiveWatch watch;
  private final JobPlace place;
  private @Nullable String alertStore;

  /**
   * A live job with the given stages.
   *
   * @throws IllegalArgumentException if there is nothing to watch
   */
  public Live(LiveOptions options, ArticleStages stages, LiveProgress listener) {
    this(options, stages, Outside.real(options.policy()), listener);
  }

  /** The same in another world. */
  Live(LiveOptions options, ArticleStages stages, Outside outside, LiveProgress listener) {
    if (options.isEmpty()) {
      throw new IllegalArgumentException("sources: none given; expected at least one");
    }
    this.options = options;
    this.stages = stages;
    this.outside = outside;
    this.listener = listener;
    this.watch = new LiveWatch(listener);
    this.place = new JobPlace(options.cluster());
  }

  /**
   * Also matches what articles say against the subscriptions of a store, and puts the alerts into
   * its outbox. To be called before {@link #run}; without it nobody is alerted.
   *
   * @param store see {@link Alerting#define}
   * @return this
   */
  public Live alerting(String store) {
    alertStore = store;
    return this;
  }

  /**
   * Runs until it is stopped.
   *
   * @throws io.chipwire.search.UnusableIndexException if the folder holds something else
   * @throws IOException if the folder cannot be used, another run uses it, or the cluster or a
   *     topic's brokers cannot be reached
   * @throws LiveFailedException if the job failed again and again; the next run goes on from its
   *     last checkpoint
   */
  public LiveReport run() throws IOException, InterruptedException, LiveFailedException {
    // The processes of a cluster are seen by a reporter of their own.
    MonitorAddress served = options.cluster() == null ? options.monitoring() : null;
    try (RetainedCheckpoints checkpoints = open(options.cluster() == null);
        Lookout lookout = Lookout.open(served, Clock.systemUTC(), options.checkpointInterval())) {
      lookout.address().ifPresent(listener::monitored);
      Optional<Path> resumed = checkpoints.newestOf(STATE_VERSION);
      Configuration configuration = configuration(checkpoints, resumed);
      lookout.configure(configuration);
      JobClient job = start(environment(configuration, true));
      LOG.info(
          "{} sources watched into {}, {}",
          options.sources().size(),
          options.index(),
          resumed.isPresent() ? "going on from " + resumed.get() : "from the start");
      Path stopFolder = checkpoints.folder().resolve("stopped");
      Optional<ScheduledExecutorService> signOfLife = place.signOfLife(job);
      try {
        return watch.await(
            job,
            lookout,
            stopFolder,
            resumed.isPresent(),
            options.topics().deadLetters() == null ? LivePipeline.deadLetters(options) : null);
      } finally {
        signOfLife.ifPresent(ScheduledExecutorService::shutdownNow);
      }
    }
  }

  /**
   * Starts the job and leaves it to the cluster. It is stopped there, best with a savepoint into
   * {@code run/savepoints} under the index folder: the next start goes on from the newest one.
   *
   * @return the job's id in the cluster
   * @throws IOException see {@link #run}
   * @throws LiveFailedException if it could not be started, also where there is no cluster, so that
   *     it would end with this process
   */
  public String submit() throws IOException, InterruptedException, LiveFailedException {
    try (RetainedCheckpoints checkpoints = open(false)) {
      Optional<Path> resumed = checkpoints.newestOf(STATE_VERSION);
      if (options.cluster() == null && resumed.isPresent()) {
        requireNoOther(resumed.get());
      }
      StreamExecutionEnvironment env = environment(configuration(checkpoints, resumed), false);
      String target = env.getConfiguration().get(DeploymentOptions.TARGET);
      if (target == null || target.equals("local")) {
        throw new LiveFailedException(
            "the job would end with this process; expected a cluster, or to be started by flink run");
      }
      return start(env).getJobID().toString();
    }
  }

  /** Where we cannot ask a cluster for jobs of our name, a fresh checkpoint tells of one. */
  private void requireNoOther(Path newest) throws LiveFailedException {
    Duration age = RetainedCheckpoints.ageOfCheckpoint(newest, outside.clock().instant());
    if (age.compareTo(options.checkpointInterval().multipliedBy(3)) < 0) {
      throw new LiveFailedException(
          newest
              + ": a job wrote this checkpoint "
              + age.toSeconds()
              + " s ago; expected it to be stopped with a savepoint first, or dead for three"
              + " intervals");
    }
  }

  /**
   * Checks what can be checked before a job is given away.
   *
   * @param here whether the job will run in this process
   */
  private RetainedCheckpoints open(boolean here)
      throws IOException, InterruptedException, LiveFailedException {
    IndexPlace.require(options.index());
    for (KafkaTopic topic : options.topics().all()) {
      Brokers.require(topic, BROKERS);
    }
    if (here) {
      requireStages();
    }
    RetainedCheckpoints checkpoints = RetainedCheckpoints.open(options.index().resolve("run"));
    try {
      place.makeRoom(name(), options.parallelism());
      return checkpoints;
    } catch (IOException | InterruptedException | RuntimeException e) {
      checkpoints.close();
      throw e;
    }
  }

  private String name() {
    return "chipwire run into " + options.index().toAbsolutePath().normalize();
  }

  /** What cannot be had now cannot be had after twelve restarts; and it is shared, not wasted. */
  private void requireStages() throws LiveFailedException {
    try {
      stages.reader().open();
      stages.annotator().open();
    } catch (Exception e) { // what a LocalFunction declares
      throw new LiveFailedException("the job could not be started", e);
    }
  }

  /**
   * Asks the run to stop at a checkpoint; {@link #run} returns within seconds. May be called at any
   * time, also before {@link #run}.
   */
  public void stop() {
    watch.stop();
  }

  private Configuration configuration(RetainedCheckpoints checkpoints, Optional<Path> resumed) {
    Configuration configuration = ArticlePipeline.configuration();
    checkpoints.configure(configuration, options.checkpointInterval(), resumed);
    // A run without alerts, or without folders, may go on from one with them.
    configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, FAILURES);
    if (options.state() != null) {
      configuration.set(StateBackendOptions.STATE_BACKEND, options.state().flinkName());
      configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    }
    return configuration;
  }

  private StreamExecutionEnvironment environment(Configuration configuration, boolean attended)
      throws IOException {
    StreamExecutionEnvironment env = place.environment(configuration, attended);
    env.setParallelism(options.parallelism());
    LivePipeline.define(env, options, stages, outside, alertStore);
    return env;
  }

  private JobClient start(StreamExecutionEnvironment env) throws LiveFailedException {
    try {
      return env.executeAsync(name());
    } catch (Exception e) { // what Flink declares
      throw new LiveFailedException("the job could not be started", e);
    }
  }
}
