package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chipwire.article.RejectionReason;
import io.chipwire.web.Finding;
import io.chipwire.web.WebLink;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeepNewLinksHarnessTest {

  private static final Duration TTL = Duration.ofDays(1);

  private static KeyedOneInputStreamOperatorTestHarness<String, Finding, WebLink> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new KeepNewLinks(TTL)), KeepNewLinks::key, Types.STRING);
  }

  private static Finding link(String source, String url, String title, @Nullable Instant changed) {
    return new Finding(new WebLink(source, url, title, null, changed), null);
  }

  @Test
  void passesEachVersionThatASourceTellsOfOnce() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(link("feed", "https://e.example/1", "One", null), 0);
      harness.processElement(link("feed", "https://e.example/1", "One", null), 0);
      harness.processElement(link("feed", "https://e.example/1?utm_source=x", "One", null), 0);
      harness.processElement(link("feed", "https://e.example/1", "One, corrected", null), 0);

      assertThat(harness.extractOutputValues())
          .extracting(WebLink::title)
          .containsExactly("One", "One, corrected");
      assertThat(Counts.value(harness, Tally.LINKS)).isEqualTo(4);
      assertThat(Counts.value(harness, Tally.KNOWN_LINKS)).isEqualTo(2);
    }
  }

  @Test
  void passesNoLinkAgainBecauseAnotherSourceHasItToo() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.setProcessingTime(10_000);
      harness.processElement(link("feed", "https://e.example/1", "One", null), 0);
      harness.processElement(
          link("sitemap", "https://e.example/1", "1", Instant.ofEpochMilli(9_000)), 0);
      harness.processElement(
          link("late", "https://e.example/1", "1", Instant.ofEpochMilli(11_000)), 0);

      assertThat(harness.extractOutputValues())
          .extracting(WebLink::source)
          .containsExactly("feed", "late");
    }
  }

  @Test
  void forgetsALinkThatNoSourceTellsOf() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.setStateTtlProcessingTime(0);
      harness.processElement(link("feed", "https://e.example/1", "One", null), 0);
      harness.setStateTtlProcessingTime(TTL.toMillis() - 1);
      harness.processElement(link("feed", "https://e.example/1", "One", null), 0);
      harness.setStateTtlProcessingTime(2 * TTL.toMillis() - 2);
      harness.processElement(link("feed", "https://e.example/1", "One", null), 0);
      assertThat(harness.extractOutputValues()).hasSize(1);

      harness.setStateTtlProcessingTime(4 * TTL.toMillis());
      harness.processElement(link("feed", "https://e.example/1", "One", null), 0);
      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void passesOnWhatASourceCouldNotTell() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(
          new Finding(
              null, TestArticles.rejection(RejectionReason.TIMEOUT, "https://e.example/feed")),
          0);

      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.getSideOutput(ArticlePipeline.REJECTED))
          .singleElement()
          .satisfies(
              record -> assertThat(record.getValue().reason()).isEqualTo(RejectionReason.TIMEOUT));
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void passesAKnownLinkThatIsWantedOnceMoreWithWhatWasToldOfIt() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(link("feed", "https://e.example/1", "One", null), 0);
      for (String url : new String[] {"https://e.example/1", "https://e.example/2"}) {
        harness.processElement(new Finding(WebLink.wanted(url, Instant.ofEpochMilli(7)), null), 0);
      }
      harness.processElement(link("feed", "https://e.example/1", "One", null), 0);

      assertThat(harness.extractOutputValues())
          .extracting(WebLink::source, WebLink::title, WebLink::wanted)
          .containsExactly(
              tuple("feed", "One", false), tuple("feed", "One", true), tuple("replay", null, true));
    }
  }
}
