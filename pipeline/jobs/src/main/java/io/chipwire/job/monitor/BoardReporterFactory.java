package io.chipwire.job.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.flink.util.TimeUtils;

/**
 * Makes the reporter of a process; named in Flink's configuration by {@code
 * metrics.reporter.NAME.factory.class}. Its options, each behind {@code metrics.reporter.NAME.}:
 *
 * <ul>
 *   <li>{@code port}: where {@code /metrics} and {@code /health} are served; 0 for any free one
 *   <li>{@code host}: the address to listen on; 127.0.0.1 unless told otherwise
 *   <li>{@code patience}: how long a job may be without a checkpoint; ten times the interval, 100 s
 *       by default
 * </ul>
 */
public final class BoardReporterFactory implements MetricReporterFactory {

  static final String KEY = "board";

  private static final String PATIENCE = "100 s";

  /** Made by Flink. */
  public BoardReporterFactory() {}

  /**
   * A reporter that serves what it is told.
   *
   * @throws IllegalArgumentException if an option is not what it should be
   */
  @Override
  public MetricReporter createMetricReporter(Properties options) {
    String key = options.getProperty(KEY);
    if (key != null) {
      return new BoardReporter(MetricBoard.withKey(key));
    }
    String port = options.getProperty("port");
    if (port == null || !port.matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("port " + port + ": expected a number, 0 for any");
    }
    MonitorAddress address =
        new MonitorAddress(
            options.getProperty("host", MonitorAddress.LOOPBACK), Integer.parseInt(port));
    Duration patience = TimeUtils.parseDuration(options.getProperty("patience", PATIENCE));
    MetricBoard board = MetricBoard.open();
    try {
      HealthCheck health = HealthCheck.ofProcess(board, Clock.systemUTC(), patience);
      return new BoardReporter(board, MonitorServer.start(address, board, health));
    } catch (IOException e) {
      board.close();
      throw new UncheckedIOException(e);
    }
  }
}
