package io.chipwire.search.flink;

import io.chipwire.search.Arrival;
import io.chipwire.search.Arrivals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What an operator sees of the commits of an index: how many, and how long articles took from
 * publication and from the fetch until they could be found.
 */
final class IndexSigns implements Arrivals {

  /** Quantiles are over so many of the latest articles. */
  private static final int WINDOW = 1_000;

  /** An article that was published earlier is an old one that was found late, not a slow one. */
  private static final Duration NEWS = Duration.ofDays(1);

  private final Counter commits;
  private final Histogram publicationLag;
  private final Histogram fetchLag;

  IndexSigns(MetricGroup operator) {
    MetricGroup metrics = operator.addGroup("chipwire");
    commits = metrics.counter("index_commits");
    publicationLag =
        metrics.histogram("publication_lag_millis", new DescriptiveStatisticsHistogram(WINDOW));
    fetchLag = metrics.histogram("fetch_lag_millis", new DescriptiveStatisticsHistogram(WINDOW));
  }

  @Override
  public void canBeFound(List<Arrival> arrivals, Instant at) {
    commits.inc();
    for (Arrival arrival : arrivals) {
      fetchLag.update(Duration.between(arrival.fetched(), at).toMillis());
      if (arrival.published() != null) {
        Duration lag = Duration.between(arrival.published(), at);
        if (!lag.isNegative() && lag.compareTo(NEWS) <= 0) {
          publicationLag.update(lag.toMillis());
        }
      }
    }
  }
}
