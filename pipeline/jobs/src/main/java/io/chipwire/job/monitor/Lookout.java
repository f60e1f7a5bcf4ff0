package io.chipwire.job.monitor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.jspecify.annotations.Nullable;

/**
 * Sees how a job does that runs in this process, and shows it to others if asked to.
 *
 * <p>Lifecycle: opened before the job is configured, closed when it is over. Thread-safe.
 */
public final class Lookout implements AutoCloseable {

  /** So many intervals without a completed checkpoint are a standstill. */
  private static final int INTERVALS = 10;

  private final MetricBoard board = MetricBoard.open();
  private final HealthCheck health;
  private @Nullable MonitorServer server;

  private Lookout(Clock clock, Duration checkpointInterval) {
    this.health = HealthCheck.ofJob(board, clock, checkpointInterval.multipliedBy(INTERVALS));
  }

  /**
   * Opens one.
   *
   * @param address where to serve metrics and health; null for nowhere
   * @param checkpointInterval of the job
   * @throws IOException if it cannot listen there
   */
  public static Lookout open(
      @Nullable MonitorAddress address, Clock clock, Duration checkpointInterval)
      throws IOException {
    Lookout lookout = new Lookout(clock, checkpointInterval);
    if (address != null) {
      try {
        lookout.server = MonitorServer.start(address, lookout.board, lookout.health);
      } catch (IOException e) {
        lookout.close();
        throw e;
      }
    }
    return lookout;
  }

  /** Lets the job tell this lookout of its metrics. */
  public void configure(Configuration configuration) {
    Configuration reporter = MetricOptions.forReporter(configuration, "chipwire");
    reporter.set(MetricOptions.REPORTER_FACTORY_CLASS, BoardReporterFactory.class.getName());
    reporter.setString(BoardReporterFactory.KEY, board.key());
    configuration.set(
        MetricOptions.JOB_STATUS_METRICS,
        List.of(MetricOptions.JobStatusMetrics.STATE, MetricOptions.JobStatusMetrics.CURRENT_TIME));
  }

  /** How the job is now. */
  public Health health() {
    return health.now();
  }

  /** Where metrics and health are served; empty if they are not. */
  public Optional<InetSocketAddress> address() {
    return Optional.ofNullable(server).map(MonitorServer::address);
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    board.close();
  }
}
