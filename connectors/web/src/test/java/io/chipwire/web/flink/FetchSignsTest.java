package io.chipwire.web.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.web.FetchFailure;
import io.chipwire.web.FetchOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class FetchSignsTest {

  private static final Duration TOOK = Duration.ofMillis(80);

  private final MetricListener metrics = new MetricListener();
  private final FetchSigns signs = new FetchSigns(metrics.getMetricGroup(), () -> 3);

  private Object gauge(String name) {
    return metrics.getGauge("chipwire", name).map(Gauge::getValue).orElseThrow();
  }

  private long result(String word) {
    return metrics
        .getCounter("chipwire", "result", word, "fetch_results")
        .map(Counter::getCount)
        .orElse(0L);
  }

  private long outcome(String source, String word) {
    return metrics
        .getCounter("chipwire", "source", source, "outcome", word, "fetches")
        .map(Counter::getCount)
        .orElse(0L);
  }

  @Test
  void countsWhatWaitsByHostWithoutNamingIt() {
    signs.waiting("https://a.example", 2);
    signs.waiting("https://b.example", 1);
    signs.waiting("https://a.example", 5);
    signs.waiting("https://c.example", 0);
    assertThat(gauge("links_waiting")).isEqualTo(6L);
    assertThat(gauge("hosts_waiting")).isEqualTo(2);
    assertThat(gauge("requests_at_hand")).isEqualTo(3);

    signs.waiting("https://a.example", 0);
    assertThat(gauge("links_waiting")).isEqualTo(1L);
    assertThat(gauge("hosts_waiting")).isEqualTo(1);
  }

  @Test
  void countsRequestsBySourceAndOutcomeAndByResult() {
    signs.done("chips", FakeFetcher.page(URI.create("https://a.example/1"), "text/html"), TOOK);
    signs.done("chips", new FetchOutcome.NotModified(), TOOK);
    signs.done("chips", new FetchOutcome.Disallowed("no"), TOOK);
    signs.done("chips", new FetchOutcome.Failed(FetchFailure.STATUS, "status 404"), TOOK);
    signs.done("fabs", new FetchOutcome.Failed(FetchFailure.TIMEOUT, "late"), TOOK);
    Instant later = Instant.ofEpochSecond(60);
    signs.done(
        "fabs", new FetchOutcome.Retry(later, FetchFailure.SERVER_STATUS, "status 503"), TOOK);

    assertThat(outcome("chips", "fetched")).isEqualTo(1);
    assertThat(outcome("chips", "not_modified")).isEqualTo(1);
    assertThat(outcome("chips", "disallowed")).isEqualTo(1);
    assertThat(outcome("chips", "failed")).isEqualTo(1);
    assertThat(outcome("fabs", "failed")).isEqualTo(1);
    assertThat(outcome("fabs", "retried")).isEqualTo(1);
    for (String word : new String[] {"2xx", "3xx", "disallowed", "4xx", "timeout", "5xx"}) {
      assertThat(result(word)).as(word).isEqualTo(1);
    }
    assertThat(metrics.getHistogram("chipwire", "fetch_millis"))
        .hasValueSatisfying(
            times -> {
              assertThat(times.getCount()).isEqualTo(6);
              assertThat(times.getStatistics().getMax()).isEqualTo(80);
            });
  }
}
