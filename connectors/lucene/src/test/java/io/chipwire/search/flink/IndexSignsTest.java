package io.chipwire.search.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.search.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.testutils.MetricListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexSignsTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private final MetricListener metrics = new MetricListener();
  private final IndexSigns signs = new IndexSigns(metrics.getMetricGroup());

  private static Arrival arrival(@Nullable Duration sincePublished) {
    return new Arrival(
        NOW.minusSeconds(4), sincePublished == null ? null : NOW.minus(sincePublished));
  }

  private long[] values(String name) {
    return metrics
        .getHistogram("chipwire", name)
        .map(Histogram::getStatistics)
        .orElseThrow()
        .getValues();
  }

  @Test
  void measuresTheLagOfNewsAndNotOfOldArticles() {
    signs.canBeFound(List.of(arrival(Duration.ofMinutes(2)), arrival(null)), NOW);
    signs.canBeFound(
        List.of(
            arrival(Duration.ofDays(1)),
            arrival(Duration.ofDays(1).plusSeconds(1)),
            arrival(Duration.ofSeconds(-30))),
        NOW);

    assertThat(values("publication_lag_millis")).containsExactly(120_000, 86_400_000);
    assertThat(values("fetch_lag_millis")).containsExactly(4_000, 4_000, 4_000, 4_000, 4_000);
    assertThat(metrics.getCounter("chipwire", "index_commits").map(Counter::getCount)).contains(2L);
  }
}
