package io.chipwire.web.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.web.FetchFailure;
import io.chipwire.web.FetchOutcome;
import io.chipwire.web.LinkDocument;
import io.chipwire.web.Look;
import io.chipwire.web.SourceKind;
import io.chipwire.web.Watch;
import io.chipwire.web.WatchState;
import io.chipwire.web.WatchedSource;
import io.chipwire.web.WebLink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.testutils.MetricListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceSignsTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final WatchedSource SOURCE =
      new WatchedSource(
          "chips",
          SourceKind.FEED,
          "https://news.example.com/feed",
          Duration.ofMinutes(4),
          Duration.ofMinutes(12),
          null,
          true);
  private static final Look SAME =
      new Look(new FetchOutcome.NotModified(), null, null, Duration.ZERO);

  private final MetricListener metrics = new MetricListener();
  private final Watch watch = new Watch(SOURCE, WatchState.fresh(SOURCE));
  private final SourceSigns signs = new SourceSigns(metrics.getMetricGroup(), watch);

  private static Look news(String path) {
    WebLink link = new WebLink("chips", "https://news.example.com" + path, "News", null, null);
    return new Look(
        FakeFetcher.page(URI.create(SOURCE.url()), "application/atom+xml"),
        new LinkDocument(List.of(link), List.of()),
        null,
        Duration.ZERO);
  }

  private static Look failed(String message) {
    return new Look(
        new FetchOutcome.Failed(FetchFailure.STATUS, message), null, null, Duration.ZERO);
  }

  private void look(Look look, Instant now) {
    watch.take(look, now);
    signs.looked(watch, look, now);
    while (watch.next() != null) {
      // handed out
    }
  }

  private @Nullable Object gauge(String name) {
    return metrics
        .getGauge("chipwire", "source", "chips", "source_" + name)
        .orElseThrow()
        .getValue();
  }

  private long looks(String outcome) {
    return metrics
        .getCounter("chipwire", "source", "chips", "outcome", outcome, "looks")
        .map(Counter::getCount)
        .orElse(0L);
  }

  @Test
  void hasNothingToSayOfASourceThatWasNeverLookedAt() {
    assertThat(gauge("state")).isEqualTo(0);
    assertThat(gauge("message")).isNull();
    assertThat(gauge("last_look_timestamp_millis")).isNull();
    assertThat(gauge("last_news_timestamp_millis")).isNull();
  }

  @Test
  void tellsFineFromFailingFromSilent() {
    look(news("/1"), NOW);
    assertThat(gauge("state")).isEqualTo(0);
    assertThat(gauge("last_news_timestamp_millis")).isEqualTo(NOW.toEpochMilli());

    Instant day = NOW.plus(Duration.ofDays(1));
    look(news("/2"), day);
    look(failed("feed: status 404"), day.plusSeconds(60));
    assertThat(gauge("state")).isEqualTo(1);
    assertThat(gauge("message")).isEqualTo("HTTP_STATUS: source chips: feed: status 404");
    assertThat(gauge("last_look_timestamp_millis")).isEqualTo(day.plusSeconds(60).toEpochMilli());
    assertThat(gauge("last_news_timestamp_millis")).isEqualTo(day.toEpochMilli());

    look(SAME, day.plusSeconds(120));
    assertThat(gauge("state")).isEqualTo(0);
    assertThat(gauge("message")).isNull();

    look(SAME, day.plus(Duration.ofDays(9)));
    assertThat(gauge("state")).isEqualTo(2);
    assertThat(gauge("message")).isEqualTo("nothing new since " + day);

    look(news("/3"), day.plus(Duration.ofDays(10)));
    assertThat(gauge("state")).isEqualTo(0);
  }

  @Test
  void countsLooksByOutcome() {
    look(news("/1"), NOW);
    look(news("/1"), NOW.plusSeconds(1));
    look(SAME, NOW.plusSeconds(2));
    look(failed("feed: status 404"), NOW.plusSeconds(3));
    look(
        new Look(
            FakeFetcher.page(URI.create(SOURCE.url()), "text/html"),
            null,
            "no feed",
            Duration.ZERO),
        NOW.plusSeconds(4));

    assertThat(looks("news")).isEqualTo(1);
    assertThat(looks("nothing_new")).isEqualTo(1);
    assertThat(looks("not_modified")).isEqualTo(1);
    assertThat(looks("4xx")).isEqualTo(1);
    assertThat(looks("unreadable")).isEqualTo(1);
  }

  @Test
  void goesOnFromWhatACheckpointSays() {
    look(failed("feed: status 404"), NOW);
    MetricListener later = new MetricListener();
    Watch restored = new Watch(SOURCE, watch.state());
    SourceSigns unused = new SourceSigns(later.getMetricGroup(), restored);

    assertThat(unused).isNotNull();
    assertThat(later.getGauge("chipwire", "source", "chips", "source_state"))
        .map(Gauge::getValue)
        .contains(1);
  }
}
