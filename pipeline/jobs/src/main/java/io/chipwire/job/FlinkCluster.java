package io.chipwire.job;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.client.JobStatusMessage;

/**
 * A running Flink session cluster, by the address of its JobManager's REST interface. Its processes
 * must have chipwire on their class path and see inputs and index under the same paths.
 *
 * @param host name or address
 * @param port of the REST interface, from 1 to 65535
 */
public record FlinkCluster(String host, int port) {

  private static final Pattern ADDRESS = Pattern.compile("([\\w.-]+)(?::(\\d{1,5}))?");
  private static final int USUAL_PORT = 8081;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long ANSWER_SECONDS = 10;
  private static final int END_SECONDS = 60;
  private static final int SLOTS_SECONDS = 20;

  /**
   * Checks the port.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public FlinkCluster {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("cluster port " + port + ": expected 1 to 65535");
    }
  }

  /**
   * Reads {@code host:port} or {@code host}, with Flink's usual port.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static FlinkCluster parse(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "cluster \"" + address + "\": expected HOST:PORT, such as jobmanager:8081");
    }
    String port = matcher.group(2);
    return new FlinkCluster(matcher.group(1), port == null ? USUAL_PORT : Integer.parseInt(port));
  }

  /**
   * How many subtasks it could take on now.
   *
   * @throws IOException if it cannot be reached
   */
  public int freeSlots() throws IOException, InterruptedException {
    try (RestClusterClient<StandaloneClusterId> client = connect()) {
      return answer(client.getClusterOverview()).getNumSlotsAvailable();
    }
  }

  /**
   * Waits until that many slots are free: a cluster may be starting, or clearing up after a job.
   *
   * @throws IOException if it cannot be reached, or they are not free after 20 seconds
   */
  void awaitSlots(int wanted) throws IOException, InterruptedException {
    int free = freeSlots();
    for (int second = 0; free < wanted && second < SLOTS_SECONDS; second++) {
      TimeUnit.SECONDS.sleep(1);
      free = freeSlots();
    }
    if (free < wanted) {
      throw new IOException(
          "%s: %d task slots are free; expected %d for a parallelism of %d"
              .formatted(this, free, wanted, wanted));
    }
  }

  /**
   * Cancels jobs of that name and waits until they are over.
   *
   * @return how many
   * @throws IOException if the cluster cannot be reached, or a job does not end
   */
  int endJobs(String name) throws IOException, InterruptedException {
    int ended = 0;
    try (RestClusterClient<StandaloneClusterId> client = connect()) {
      for (JobStatusMessage job : answer(client.listJobs())) {
        if (job.getJobName().equals(name) && !job.getJobState().isGloballyTerminalState()) {
          answer(client.cancel(job.getJobId()));
          awaitEnd(client, job);
          ended++;
        }
      }
    }
    return ended;
  }

  private void awaitEnd(RestClusterClient<StandaloneClusterId> client, JobStatusMessage job)
      throws IOException, InterruptedException {
    JobStatus status = job.getJobState();
    for (int second = 0; second < END_SECONDS; second++) {
      status = answer(client.getJobStatus(job.getJobId()));
      if (status.isGloballyTerminalState()) {
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IOException(
        "%s: job %s (%s) of an earlier backfill is %s %d seconds after it was cancelled"
            .formatted(this, job.getJobId(), job.getJobName(), status, END_SECONDS));
  }

  /** Lets jobs of that configuration run here. */
  void configure(Configuration configuration) {
    configuration.set(DeploymentOptions.TARGET, "remote");
    configuration.set(RestOptions.ADDRESS, host);
    configuration.set(RestOptions.PORT, port);
  }

  private RestClusterClient<StandaloneClusterId> connect() throws IOException {
    Configuration configuration = new Configuration();
    configure(configuration);
    configuration.set(RestOptions.CONNECTION_TIMEOUT, CONNECT);
    configuration.set(RestOptions.RETRY_MAX_ATTEMPTS, 1);
    configuration.set(RestOptions.RETRY_DELAY, Duration.ofSeconds(1));
    try {
      return new RestClusterClient<>(configuration, StandaloneClusterId.getInstance());
    } catch (Exception e) { // what Flink declares
      throw unreachable(e);
    }
  }

  private <T> T answer(CompletableFuture<T> answer) throws IOException, InterruptedException {
    try {
      return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw unreachable(e);
    }
  }

  private IOException unreachable(Exception cause) {
    return new IOException(
        this + ": no answer; expected the REST interface of a Flink JobManager there", cause);
  }

  @Override
  public String toString() {
    return "cluster " + host + ":" + port;
  }
}
