package io.chipwire.web.flink;

import io.chipwire.web.FetchOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What an operator sees of a subtask's requests: how many links and hosts wait, what came of the
 * requests, and how long they took. Nothing is labelled with a host or an address, of which there
 * is no end.
 *
 * <p>After a restore a host counts from when it is touched first, which its timer sees to. Written
 * to by the task's thread, read by those of metric reporters.
 */
final class FetchSigns {

  /** Quantiles are over so many of the latest requests. */
  private static final int WINDOW = 1_000;

  private final MetricGroup metrics;
  private final Map<String, Long> waiting = new ConcurrentHashMap<>();
  private final AtomicLong links = new AtomicLong();
  private final Map<String, Counter> results = new HashMap<>();
  private final Map<String, Map<String, Counter>> fetches = new HashMap<>();
  private final Histogram times;

  /**
   * Of an operator.
   *
   * @param atHand how many requests are under way
   */
  FetchSigns(MetricGroup operator, IntSupplier atHand) {
    metrics = operator.addGroup("chipwire");
    metrics.gauge("links_waiting", links::get);
    metrics.gauge("hosts_waiting", waiting::size);
    metrics.gauge("requests_at_hand", atHand::getAsInt);
    times = metrics.histogram("fetch_millis", new DescriptiveStatisticsHistogram(WINDOW));
  }

  /** So many links of a host wait now. */
  void waiting(String host, long now) {
    Long before = now == 0 ? waiting.remove(host) : waiting.put(host, now);
    links.addAndGet(now - (before == null ? 0 : before));
  }

  /** A request for a link of a source came to something. */
  void done(String source, FetchOutcome outcome, Duration took) {
    times.update(took.toMillis());
    results
        .computeIfAbsent(
            FetchResult.of(outcome),
            result -> metrics.addGroup("result", result).counter("fetch_results"))
        .inc();
    fetches
        .computeIfAbsent(source, name -> new HashMap<>())
        .computeIfAbsent(
            word(outcome),
            word -> metrics.addGroup("source", source).addGroup("outcome", word).counter("fetches"))
        .inc();
  }

  private static String word(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Fetched fetched -> "fetched";
      case FetchOutcome.NotModified same -> "not_modified";
      case FetchOutcome.Disallowed disallowed -> "disallowed";
      case FetchOutcome.Failed failed -> "failed";
      case FetchOutcome.Retry retry -> "retried";
    };
  }
}
