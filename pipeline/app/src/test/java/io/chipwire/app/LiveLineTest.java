package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chipwire.article.RejectionReason;
import io.chipwire.job.LiveCounts;
import io.chipwire.job.LiveReport;
import io.chipwire.job.monitor.Health;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveLineTest {

  private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

  /** Stands still until it is set. */
  private static final class SetClock extends Clock {

    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final SetClock clock = new SetClock();
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text, true);

  private static LiveCounts counts(long articles) {
    return new LiveCounts(
        1_520, 300, articles, 12, 40, 5, 3, 1, Map.of(RejectionReason.NO_ARTICLE, 7L));
  }

  private static Health.Source source(String name, Health.State state) {
    return new Health.Source(name, state, null, null, null);
  }

  private static Health health(@Nullable Instant checkpoint, Health.Source... sources) {
    return new Health(true, false, checkpoint, List.of(sources), 1_234);
  }

  private static Health troubled(Instant checkpoint) {
    return health(
        checkpoint,
        source("a", Health.State.FINE),
        source("b", Health.State.FAILING),
        source("c", Health.State.SILENT));
  }

  @Test
  void saysWhatMattersFirstAndLeavesOutWhatDoesNotFit() {
    LiveStatus status =
        new LiveStatus(
            counts(1_100), true, troubled(START.minusSeconds(8)), OptionalDouble.of(12.5), START);

    assertThat(status.line(200))
        .isEqualTo(
            "1,100 articles, 12.5/min, 1,234 links waiting, sources: 1 failing, 1 silent,"
                + " checkpoint 8 s ago, 7 rejected, 12 revisions, 1,520 links, 40 unchanged");
    assertThat(status.line(99))
        .isEqualTo(
            "1,100 articles, 12.5/min, 1,234 links waiting, sources: 1 failing, 1 silent,"
                + " checkpoint 8 s ago");
    assertThat(status.line(30)).isEqualTo("1,100 articles, 12.5/min");
  }

  @Test
  void saysThatItStarts() {
    LiveStatus status =
        new LiveStatus(counts(0), false, health(null), OptionalDouble.empty(), START);

    assertThat(status.line(99))
        .isEqualTo(
            "starting, 0 articles, 1,234 links waiting, no checkpoint yet, 7 rejected,"
                + " 12 revisions, 1,520 links");
  }

  @Test
  void coversTheLineBeforeOnATerminal() {
    try (LiveLine line = new LiveLine(out, true, 45, clock)) {
      line.progress(counts(5), false, health(START));
      line.progress(counts(5), true, health(null));
      line.progress(counts(5), true, health(null));
    }

    assertThat(text.toString())
        .isEqualTo(
            "\rstarting, 5 articles, 1,234 links waiting"
                + "\r5 articles, 1,234 links waiting"
                + " ".repeat("starting, ".length())
                + "\n");
  }

  @Test
  void printsALineAMinuteElsewhere() {
    try (LiveLine line = new LiveLine(out, false, 1_000, clock)) {
      line.progress(counts(5), true, health(START));
      clock.now = START.plusSeconds(59);
      line.progress(counts(64), true, health(START));
      clock.now = START.plusSeconds(60);
      line.progress(counts(65), true, health(START));
      line.progress(counts(66), true, health(START));
    }

    assertThat(text.toString())
        .startsWith("65 articles, 60.0/min, 1,234 links waiting, checkpoint 60 s ago, ")
        .hasLineCount(1);
  }

  @Test
  void saysWhereMetricsAreServed() throws Exception {
    try (LiveLine line = new LiveLine(out, true, 99, clock)) {
      line.monitored(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 9249));
    }

    assertThat(text).hasToString("metrics and health: http://127.0.0.1:9249/metrics and /health\n");
  }

  @Test
  void tellsProgramsAnObjectAMinuteAndOneInTheEnd() throws Exception {
    LiveJson json = new LiveJson(out, clock);
    json.monitored(new InetSocketAddress("::1", 9249));
    json.progress(counts(5), true, health(START));
    clock.now = START.plusSeconds(60);
    json.progress(counts(65), true, troubled(START));
    json.report(
        new LiveReport(counts(66), true, true, Duration.ofMillis(61_500), Path.of("run.jsonl")));

    List<String> lines = text.toString().lines().toList();
    assertThat(lines)
        .containsExactly(
            "{\"monitoring\":\"http://[0:0:0:0:0:0:0:1]:9249\"}",
            "{\"at\":\"2026-05-01T12:01:00Z\",\"running\":true,\"status\":\"degraded\","
                + "\"links\":1520,\"known\":300,\"articles\":65,\"revisions\":12,\"unchanged\":40,"
                + "\"copies\":5,\"late\":3,\"futureDated\":1,\"rejected\":{\"NO_ARTICLE\":7},\"linksWaiting\":1234,\"failing\":[\"b\"],"
                + "\"silent\":[\"c\"],\"lastCheckpoint\":\"2026-05-01T12:00:00Z\"}",
            "{\"links\":1520,\"known\":300,\"articles\":66,\"revisions\":12,\"unchanged\":40,"
                + "\"copies\":5,\"late\":3,\"futureDated\":1,\"rejected\":{\"NO_ARTICLE\":7},\"atCheckpoint\":true,\"resumed\":true,"
                + "\"seconds\":61.5,\"deadLetters\":\"run.jsonl\"}");
    assertThat(new ObjectMapper().readTree(lines.get(1)).isObject()).isTrue();
  }
}
