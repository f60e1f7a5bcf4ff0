package io.chipwire.job.monitor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;

/**
 * The metrics that are there at the moment, of one process or of one job in it. Thread-safe.
 *
 * <p>Flink makes its reporters itself and can be given only texts. So a board has a key, under
 * which a reporter in the same process finds it until it is closed.
 */
final class MetricBoard implements AutoCloseable {

  private static final Map<String, MetricBoard> OPEN = new ConcurrentHashMap<>();

  private final String key = UUID.randomUUID().toString();

  /** Not by metric: Flink shows one and the same in several places. */
  private final Set<Measure> measures = ConcurrentHashMap.newKeySet();

  private MetricBoard() {}

  /** A board that nobody else has. */
  static MetricBoard open() {
    MetricBoard board = new MetricBoard();
    OPEN.put(board.key, board);
    return board;
  }

  /**
   * The one with that key.
   *
   * @throws NullPointerException if it is not open in this process
   */
  static MetricBoard withKey(String key) {
    return Objects.requireNonNull(OPEN.get(key), () -> "no board with key " + key);
  }

  String key() {
    return key;
  }

  void add(Metric metric, String name, MetricGroup group) {
    measures.add(Measure.of(metric, name, group));
  }

  void remove(Metric metric, String name, MetricGroup group) {
    measures.remove(Measure.of(metric, name, group));
  }

  /** All of them, in no order. */
  Collection<Measure> measures() {
    return measures;
  }

  /** Those with a name, see {@link Measure#name}. */
  List<Measure> named(String name) {
    return measures.stream().filter(measure -> measure.name().equals(name)).toList();
  }

  @Override
  public void close() {
    OPEN.remove(key);
  }
}
