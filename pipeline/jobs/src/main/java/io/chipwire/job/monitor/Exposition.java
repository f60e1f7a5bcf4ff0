package io.chipwire.job.monitor;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.Meter;

/**
 * Writes measures in Prometheus's text format. Our counters are counters; Flink's are gauges, as
 * its own reporter has them. Of two measures with the same name and labels one is written.
 */
final class Exposition {

  static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final List<Double> QUANTILES = List.of(0.5, 0.75, 0.95, 0.99);

  private final Map<String, Map<Labels, CounterDataPointSnapshot>> counters = new TreeMap<>();
  private final Map<String, Map<Labels, GaugeDataPointSnapshot>> gauges = new TreeMap<>();
  private final Map<String, Map<Labels, SummaryDataPointSnapshot>> summaries = new TreeMap<>();

  private Exposition() {}

  /** Writes them all; the stream stays open. */
  static void write(Collection<Measure> measures, OutputStream out) throws IOException {
    Exposition exposition = new Exposition();
    measures.forEach(exposition::add);
    PrometheusTextFormatWriter.create().write(out, exposition.snapshots());
  }

  private void add(Measure measure) {
    Labels labels = labels(measure);
    switch (measure.metric()) {
      case Counter counter -> count(measure, labels, counter.getCount());
      case Meter meter -> gauge(measure, labels, meter.getRate());
      case Histogram histogram -> put(summaries, measure, summary(measure, labels, histogram));
      default -> {
        Double number = measure.number();
        if (number != null) {
          gauge(measure, labels, number);
        }
      }
    }
  }

  private static Labels labels(Measure measure) {
    Map<String, String> sorted = new TreeMap<>(measure.labels());
    return Labels.of(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
  }

  private void count(Measure measure, Labels labels, long count) {
    if (measure.isOurs()) {
      put(
          counters,
          measure,
          CounterDataPointSnapshot.builder().labels(labels).value(count).build());
    } else {
      gauge(measure, labels, count);
    }
  }

  private void gauge(Measure measure, Labels labels, double value) {
    put(gauges, measure, GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
  }

  private static SummaryDataPointSnapshot summary(
      Measure measure, Labels labels, Histogram histogram) {
    HistogramStatistics latest = histogram.getStatistics();
    List<Quantile> quantiles =
        QUANTILES.stream()
            .map(of -> new Quantile(of, latest.getQuantile(of) / measure.divisor()))
            .toList();
    return SummaryDataPointSnapshot.builder()
        .labels(labels)
        .count(histogram.getCount())
        .quantiles(Quantiles.of(quantiles))
        .build();
  }

  private static <P extends io.prometheus.metrics.model.snapshots.DataPointSnapshot> void put(
      Map<String, Map<Labels, P>> points, Measure measure, P point) {
    points.computeIfAbsent(measure.name(), name -> new HashMap<>()).put(point.getLabels(), point);
  }

  private MetricSnapshots snapshots() {
    // A name belongs to one kind, or the whole scrape would be refused.
    gauges.keySet().removeAll(counters.keySet());
    summaries.keySet().removeAll(counters.keySet());
    summaries.keySet().removeAll(gauges.keySet());
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    counters.forEach(
        (name, points) -> {
          CounterSnapshot.Builder family = described(CounterSnapshot.builder(), name);
          points.values().forEach(family::dataPoint);
          all.metricSnapshot(family.build());
        });
    gauges.forEach(
        (name, points) -> {
          GaugeSnapshot.Builder family = described(GaugeSnapshot.builder(), name);
          points.values().forEach(family::dataPoint);
          all.metricSnapshot(family.build());
        });
    summaries.forEach(
        (name, points) -> {
          SummarySnapshot.Builder family = described(SummarySnapshot.builder(), name);
          points.values().forEach(family::dataPoint);
          all.metricSnapshot(family.build());
        });
    return all.build();
  }

  private static <B extends MetricSnapshot.Builder<B>> B described(B family, String name) {
    String help = MetricHelp.of(name);
    return help == null ? family.name(name) : family.name(name).help(help);
  }
}
