package io.chipwire.job.monitor;

import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a board up to date. What Flink measures of single splits is left out: a backfill has one a
 * file. Lifecycle: Flink's; where it has a server, it closes board and server.
 */
final class BoardReporter implements MetricReporter {

  private static final String SPLIT = "<split>";

  private final MetricBoard board;
  private final @Nullable MonitorServer server;

  /** Fills a board of somebody else. */
  BoardReporter(MetricBoard board) {
    this.board = board;
    this.server = null;
  }

  /** Fills a board that a server shows, and owns both. */
  BoardReporter(MetricBoard board, MonitorServer server) {
    this.board = board;
    this.server = server;
  }

  @Override
  public void open(MetricConfig config) {
    // the factory has read it
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (!group.getAllVariables().containsKey(SPLIT)) {
      board.add(metric, name, group);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    board.remove(metric, name, group);
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
      board.close();
    }
  }
}
