package io.chipwire.job;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.flink.client.ClientUtils;
import org.apache.flink.client.cli.ClientOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a job runs.
 *
 * @param cluster one that was started before; null for wherever the process is: a cluster of its
 *     own, or the one that {@code flink run} submits to
 */
record JobPlace(@Nullable FlinkCluster cluster) {

  private static final Logger LOG = LoggerFactory.getLogger(JobPlace.class);

  /** A job on a cluster ends by itself when nobody has asked after it for so long. */
  private static final Duration ABANDONED = Duration.ofSeconds(60);

  /**
   * Ends jobs of that name, which somebody was killed who waited for them, and waits for free
   * slots. To be called by who holds the lock of the job's checkpoints.
   */
  void makeRoom(String job, int parallelism) throws IOException, InterruptedException {
    if (cluster == null) {
      return;
    }
    if (cluster.endJobs(job) > 0) {
      LOG.info("ended the job of a run that was killed: {}", job);
    }
    cluster.awaitSlots(parallelism);
  }

  /**
   * For a job of that configuration.
   *
   * @param attended whether it is to end when nobody waits for it any more
   */
  StreamExecutionEnvironment environment(Configuration configuration, boolean attended) {
    if (cluster == null) {
      return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }
    cluster.configure(configuration);
    configuration.set(DeploymentOptions.ATTACHED, attended);
    configuration.set(DeploymentOptions.SHUTDOWN_IF_ATTACHED, attended);
    if (attended) {
      configuration.set(ClientOptions.CLIENT_HEARTBEAT_TIMEOUT, ABANDONED);
    }
    return new StreamExecutionEnvironment(configuration);
  }

  /** Tells a cluster that somebody still waits for the job; a cluster of our own dies with us. */
  Optional<ScheduledExecutorService> signOfLife(JobClient job) {
    return cluster == null
        ? Optional.empty()
        : Optional.of(
            ClientUtils.reportHeartbeatPeriodically(
                job, ABANDONED.toMillis() / 6, ABANDONED.toMillis()));
  }
}
