package io.chipwire.job.monitor;

import java.util.Map;
import java.util.Set;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.filter.ReporterFilter;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.FrontMetricGroup;
import org.apache.flink.runtime.metrics.groups.ReporterScopedSettings;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;

/** Metrics as Flink hands them to a reporter. */
final class Boards {

  private Boards() {}

  static MetricGroup operator() {
    return UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup();
  }

  static MetricGroup job() {
    return UnregisteredMetricGroups.createUnregisteredJobManagerJobMetricGroup();
  }

  static MetricGroup source(String name) {
    return operator().addGroup("chipwire").addGroup("source", name);
  }

  /** As a reporter sees it. */
  static MetricGroup seen(MetricGroup group) {
    return new FrontMetricGroup<>(
        new ReporterScopedSettings<>(0, '.', ReporterFilter.NO_OP_FILTER, Set.of(), Map.of()),
        (AbstractMetricGroup<?>) group);
  }

  static void add(MetricBoard board, MetricGroup group, String name, Metric metric) {
    board.add(metric, name, seen(group));
  }

  static void gauge(MetricBoard board, MetricGroup group, String name, Object value) {
    add(board, group, name, (Gauge<Object>) () -> value);
  }
}
