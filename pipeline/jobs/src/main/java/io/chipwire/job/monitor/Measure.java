package io.chipwire.job.monitor;

import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * A metric with the name and the labels that Prometheus knows it by.
 *
 * <p>One of ours, from below a group named {@code chipwire}, is called {@code chipwire_} and its
 * own name, wherever it stands, with {@code _millis} at the end turned into Prometheus's {@code
 * _seconds}; its labels are those of our groups, the job and the subtask. Others are named as
 * Flink's PrometheusReporter does.
 *
 * @param name without the {@code _total} of counters
 * @param labels name to value
 * @param divisor what values are to be divided by
 * @param metric read when it is asked for
 */
record Measure(String name, Map<String, String> labels, double divisor, Metric metric) {

  private static final String OURS = "chipwire";
  private static final String MILLIS = "_millis";

  /** What Flink says of where a metric stands and we leave out: it would only multiply series. */
  private static final Set<String> PLACE =
      Set.of(
          "host",
          "tm_id",
          "job_name",
          "task_id",
          "task_name",
          "task_attempt_id",
          "task_attempt_num",
          "operator_id",
          "operator_name");

  static Measure of(Metric metric, String metricName, MetricGroup group) {
    String scope =
        LogicalScopeProvider.castFrom(group).getLogicalScope(CharacterFilter.NO_OP_FILTER, '_');
    boolean ours = ("_" + scope + "_").contains("_" + OURS + "_");
    Map<String, String> labels = new TreeMap<>();
    group
        .getAllVariables()
        .forEach(
            (key, value) -> {
              String label = key.substring(1, key.length() - 1); // Flink has <key>
              if (!(ours && PLACE.contains(label))) {
                labels.put(PrometheusNaming.sanitizeLabelName(label), value);
              }
            });
    boolean millis = ours && metricName.endsWith(MILLIS);
    String name = ours ? OURS + "_" + metricName : "flink_" + scope + "_" + metricName;
    if (millis) {
      name = name.substring(0, name.length() - MILLIS.length()) + "_seconds";
    }
    return new Measure(plain(name), Map.copyOf(labels), millis ? 1e3 : 1, metric);
  }

  /** Whether it is one of chipwire, not of Flink. */
  boolean isOurs() {
    return name.startsWith(OURS + "_");
  }

  private static String plain(String name) {
    return PrometheusNaming.sanitizeMetricName(name.replaceAll("[^A-Za-z0-9_:]", "_"));
  }

  /** What a gauge says; null if it is none, has nothing to say, or fails to. */
  @Nullable Object reading() {
    try {
      return metric instanceof Gauge<?> gauge ? gauge.getValue() : null;
    } catch (RuntimeException e) {
      return null; // of a task that is about to end
    }
  }

  /** The same as a number; null if it is none. */
  @Nullable Double number() {
    Object reading = reading();
    if (reading instanceof Boolean flag) {
      return flag ? 1.0 : 0.0;
    }
    return reading instanceof Number number ? number.doubleValue() / divisor : null;
  }
}
