package io.chipwire.web.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chipwire.article.Announcement;
import io.chipwire.article.Intake;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.web.FetchFailure;
import io.chipwire.web.FetchOutcome;
import io.chipwire.web.FetchRequest;
import io.chipwire.web.Validators;
import io.chipwire.web.WebAddress;
import io.chipwire.web.WebLink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchPolitelyHarnessTest {

  private static final Duration PACE = Duration.ofSeconds(2);
  private static final Duration MEMORY = Duration.ofDays(90);

  /** Not a field of the instance: operators travel, and it cannot. */
  private static volatile FakeFetcher fetcher = new FakeFetcher();

  private long clock = 1_000;

  @BeforeEach
  void freshFetcher() {
    fetcher = new FakeFetcher();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, WebLink, Intake> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new FetchPolitely(() -> fetcher, PACE, MEMORY, Set.of("ours"))),
        link -> WebAddress.origin(URI.create(link.url())),
        Types.STRING);
  }

  private static WebLink link(String host, String path) {
    return new WebLink("chips", "https://" + host + path, null, null, null);
  }

  private void feed(
      KeyedOneInputStreamOperatorTestHarness<String, WebLink, Intake> harness, WebLink... links)
      throws Exception {
    harness.setProcessingTime(clock);
    for (WebLink link : links) {
      harness.processElement(link, 0);
    }
  }

  /** Lets time pass in small steps, with real time for the threads at each. */
  private void pass(
      KeyedOneInputStreamOperatorTestHarness<String, WebLink, Intake> harness, Duration time)
      throws Exception {
    long end = clock + time.toMillis();
    while (clock < end) {
      Thread.sleep(2);
      clock = Math.min(end, clock + 50);
      harness.setProcessingTime(clock);
    }
  }

  private static List<String> paths(
      KeyedOneInputStreamOperatorTestHarness<String, WebLink, Intake> harness) {
    return harness.extractOutputValues().stream()
        .map(intake -> URI.create(intake.page().source()).getPath())
        .toList();
  }

  @Test
  void asksEachHostForOneAtATimeAndRestsBetween() throws Exception {
    try (var harness = harness()) {
      harness.open();
      feed(harness, link("a.example", "/1"), link("a.example", "/2"), link("a.example", "/3"));
      feed(harness, link("b.example", "/4"));
      pass(harness, Duration.ofMillis(1_900));
      assertThat(paths(harness)).containsExactlyInAnyOrder("/1", "/4");
      assertThat(fetcher.paths()).containsExactlyInAnyOrder("/1", "/4");

      pass(harness, Duration.ofMillis(2_000));
      assertThat(fetcher.paths()).hasSize(3).endsWith("/2");
      pass(harness, Duration.ofMillis(2_000));
      assertThat(fetcher.paths()).hasSize(4).endsWith("/3");

      pass(harness, Duration.ofSeconds(5));
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void asksWhetherAPageThatItKnowsHasChanged() throws Exception {
    Validators first = new Validators("\"v1\"", null);
    String url = "https://a.example/1";
    fetcher.answerFirst(url, FakeFetcher.page(URI.create(url), "text/html", first));
    try (var harness = harness()) {
      harness.open();
      feed(harness, link("a.example", "/1"));
      pass(harness, Duration.ofSeconds(3));
      fetcher.answerFirst(url, new FetchOutcome.NotModified());
      feed(harness, link("a.example", "/1"));
      pass(harness, Duration.ofSeconds(3));

      assertThat(fetcher.requests())
          .extracting(FetchRequest::validators)
          .containsExactly(Validators.NONE, first);
      assertThat(paths(harness)).containsExactly("/1");

      fetcher.answerFirst(url, FakeFetcher.page(URI.create(url), "text/html"));
      feed(harness, link("a.example", "/1"));
      pass(harness, Duration.ofSeconds(3));
      assertThat(paths(harness)).containsExactly("/1", "/1");
      assertThat(harness.numKeyedStateEntries()).as("one without a version is forgotten").isZero();
    }
  }

  @Test
  void leavesOutWhatReservesItsUseByMachinesUnlessTheSourceIsFree() throws Exception {
    String url = "https://a.example/1";
    FetchOutcome.Fetched page = FakeFetcher.page(URI.create(url), "text/html");
    fetcher.answerFirst(
        url,
        new FetchOutcome.Fetched(
            page.uri(),
            page.mediaType(),
            page.charset(),
            page.body(),
            page.validators(),
            page.at(),
            true));
    try (var harness = harness()) {
      harness.open();
      feed(harness, link("a.example", "/1"), new WebLink("ours", url, null, null, null));
      pass(harness, Duration.ofSeconds(5));

      List<Intake> out = harness.extractOutputValues();
      assertThat(out.get(0).rejection())
          .extracting(Rejection::reason, Rejection::message)
          .containsExactly(
              RejectionReason.OPTED_OUT, url + ": its headers reserve its use by machines");
      assertThat(out.get(1).page().obeysOptOuts()).isFalse();
    }
  }

  @Test
  void restsAsLongAsTheSiteAsks() throws Exception {
    fetcher.delay("a.example", Duration.ofSeconds(10));
    try (var harness = harness()) {
      harness.open();
      feed(harness, link("a.example", "/1"), link("a.example", "/2"));
      pass(harness, Duration.ofSeconds(9));
      assertThat(fetcher.paths()).containsExactly("/1");
      pass(harness, Duration.ofSeconds(2));
      assertThat(fetcher.paths()).containsExactly("/1", "/2");
    }
  }

  @Test
  void handsOverThePageAsItWasFetched() throws Exception {
    try (var harness = harness()) {
      harness.open();
      Instant published = Instant.parse("2026-05-01T10:00:00Z");
      feed(harness, new WebLink("chips", "https://a.example/1", "One", published, null));
      pass(harness, Duration.ofSeconds(1));

      Intake intake = harness.extractOutputValues().getFirst();
      assertThat(intake.page().url()).isEqualTo("https://a.example/1");
      assertThat(intake.page().charset()).isEqualTo("UTF-8");
      assertThat(intake.page().ordinal()).isEqualTo(42);
      assertThat(intake.page().fetchedAt()).isEqualTo(Instant.ofEpochMilli(42));
      assertThat(intake.page().body()).asString().isEqualTo("/1");
      assertThat(intake.page().announcement()).isEqualTo(new Announcement("One", published));
    }
  }

  @Test
  void aHostThatNeverAnswersHoldsUpNoOther() throws Exception {
    var latch = fetcher.hold("dead.example");
    try (var harness = harness()) {
      harness.open();
      feed(harness, link("dead.example", "/1"), link("dead.example", "/2"));
      feed(harness, link("a.example", "/3"), link("a.example", "/4"));
      pass(harness, Duration.ofSeconds(5));
      assertThat(paths(harness)).containsExactly("/3", "/4");
      assertThat(fetcher.paths()).containsExactlyInAnyOrder("/1", "/3", "/4");

      latch.countDown();
      pass(harness, Duration.ofSeconds(5));
      assertThat(paths(harness)).containsExactly("/3", "/4", "/1", "/2");
    }
  }

  @Test
  void triesAgainWhenItIsTimeAndGoesOnWithTheRestMeanwhile() throws Exception {
    fetcher.answerFirst(
        "https://a.example/1",
        new FetchOutcome.Retry(Instant.ofEpochMilli(20_000), FetchFailure.STATUS, "status 503"));
    try (var harness = harness()) {
      harness.open();
      feed(harness, link("a.example", "/1"), link("a.example", "/2"));
      pass(harness, Duration.ofSeconds(18));
      assertThat(paths(harness)).containsExactly("/2");
      pass(harness, Duration.ofSeconds(5));
      assertThat(paths(harness)).containsExactly("/2", "/1");
      assertThat(fetcher.requests().getLast().attempt()).isEqualTo(1);
      pass(harness, Duration.ofSeconds(5));
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void refusesWithTheReason() throws Exception {
    fetcher.answerFirst("https://a.example/1", new FetchOutcome.Disallowed("1: disallowed"));
    fetcher.answerFirst(
        "https://b.example/2", new FetchOutcome.Failed(FetchFailure.TIMEOUT, "2: too slow"));
    fetcher.answerFirst(
        "https://c.example/3",
        FakeFetcher.page(URI.create("https://c.example/3"), "application/pdf"));
    try (var harness = harness()) {
      harness.open();
      feed(harness, link("a.example", "/1"), link("b.example", "/2"), link("c.example", "/3"));
      pass(harness, Duration.ofSeconds(1));

      assertThat(harness.extractOutputValues())
          .extracting(Intake::rejection)
          .extracting(Rejection::reason, Rejection::message)
          .containsExactlyInAnyOrder(
              tuple(RejectionReason.DISALLOWED, "1: disallowed"),
              tuple(RejectionReason.TIMEOUT, "2: too slow"),
              tuple(
                  RejectionReason.BINARY,
                  "https://c.example/3: media type application/pdf, expected HTML"));
    }
  }

  @Test
  void goesOnAfterARestartWithTheQueueAndTheRequestAtHand() throws Exception {
    fetcher.hold("a.example");
    OperatorSubtaskState state;
    try (var harness = harness()) {
      harness.open();
      feed(harness, link("a.example", "/1"), link("a.example", "/2"), link("b.example", "/3"));
      pass(harness, Duration.ofSeconds(1));
      assertThat(paths(harness)).containsExactly("/3");
      state = harness.snapshot(1, clock);
    }
    fetcher = new FakeFetcher();
    try (var harness = harness()) {
      harness.initializeState(state);
      harness.open();
      pass(harness, Duration.ofSeconds(6));

      assertThat(paths(harness)).containsExactly("/1", "/2");
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }
}
