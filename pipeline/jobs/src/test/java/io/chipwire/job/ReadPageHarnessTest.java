package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.PageFlag;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.read.PageReader;
import io.chipwire.read.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ReadPageHarnessTest {

  private static OneInputStreamOperatorTestHarness<Intake, Article> harness(
      LocalFunction<Page, Reading> reader) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(new ReadPage(reader)), ArticlePipeline.MAX_PARALLELISM, 1, 0);
  }

  private static BackfillCounts counts(OneInputStreamOperatorTestHarness<?, ?> harness) {
    return Counts.of(harness);
  }

  @Test
  void readsPagesAndPutsWhatWasRefusedAside() throws Exception {
    try (var harness = harness(() -> new PageReader()::read)) {
      harness.open();
      harness.processElement(TestArticles.intake("a", 7, "Wafer prices rose."), 0);
      harness.processElement(
          Intake.of(TestArticles.rejection(RejectionReason.TOO_LARGE, "b")).withBytes(3), 0);

      assertThat(harness.extractOutputValues())
          .extracting(Article::id, Article::ordinal, Article::text)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("a", 7L, "Wafer prices rose."));
      assertThat(harness.getSideOutput(ArticlePipeline.REJECTED))
          .extracting(StreamRecord::getValue)
          .containsExactly(TestArticles.rejection(RejectionReason.TOO_LARGE, "b"));
      assertThat(counts(harness))
          .isEqualTo(
              new BackfillCounts(2, 103, 0, 0, java.util.Map.of(RejectionReason.TOO_LARGE, 1L)));
    }
  }

  @Test
  void leavesOutWhatReservesItsUseByMachines() throws Exception {
    String html =
        "<html><head><title>Wafer prices rise</title><meta name=robots content=noai></head><body>"
            + "<article><h1>Wafer prices rise</h1><p>"
            + "Makers of wafers asked for more money in the spring, and got it. ".repeat(12)
            + "</p></article></body></html>";
    try (var harness = harness(() -> new PageReader()::read)) {
      harness.open();
      for (boolean obeys : List.of(true, false)) {
        Page page =
            new Page(
                "https://a.example/1",
                0,
                null,
                "https://a.example/1",
                null,
                null,
                html.getBytes(StandardCharsets.UTF_8),
                null,
                obeys,
                null,
                null,
                false);
        harness.processElement(Intake.of(page), 0);
      }

      assertThat(harness.extractOutputValues())
          .extracting(Article::flags)
          .containsExactly(List.of(PageFlag.NO_AI));
      assertThat(harness.getSideOutput(ArticlePipeline.REJECTED))
          .extracting(record -> record.getValue().message())
          .containsExactly("https://a.example/1: the page reserves its use by machines");
    }
  }

  @Test
  void survivesAReaderThatThrows() throws Exception {
    LocalFunction<Page, Reading> reader =
        () ->
            page -> {
              throw new IllegalStateException("tripped");
            };
    try (var harness = harness(reader)) {
      harness.open();
      harness.processElement(TestArticles.intake("a", 7, "text"), 0);

      assertThat(harness.getOutput()).isEmpty();
      assertThat(harness.getSideOutput(ArticlePipeline.REJECTED))
          .extracting(StreamRecord::getValue)
          .containsExactly(
              new Rejection(
                  Rejection.Stage.READ,
                  RejectionReason.INTERNAL,
                  "a#7",
                  "a#7: reading failed: java.lang.IllegalStateException: tripped",
                  ""));
    }
  }

  @Test
  void countsOnWhereTheCheckpointLeftIt() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(() -> new PageReader()::read)) {
      harness.open();
      harness.processElement(TestArticles.intake("a", 0, "text"), 0);
      harness.processElement(TestArticles.intake("b", 1, "text"), 0);
      state = harness.snapshot(1, 0);
      harness.processElement(TestArticles.intake("c", 2, "text"), 0);
      assertThat(counts(harness).read()).isEqualTo(3);
    }
    try (var harness = harness(() -> new PageReader()::read)) {
      harness.initializeState(state);
      harness.open();
      harness.processElement(TestArticles.intake("c", 2, "text"), 0);

      assertThat(counts(harness).read()).isEqualTo(3);
      assertThat(Counts.value(harness, Tally.RESTORED)).isEqualTo(2);
    }
  }

  @Test
  void leavesOutADateThatCannotBe() throws Exception {
    Instant fetched = Instant.parse("2026-05-01T09:00:00Z");
    try (var harness = harness(() -> page -> new Reading.Accepted(dated(page, fetched)))) {
      harness.open();
      harness.setProcessingTime(fetched.toEpochMilli());
      for (long hours : new long[] {-5, 20, 30}) {
        Page page = new Page("a", hours, "a", null, null, fetched, new byte[0], null);
        harness.processElement(Intake.of(page), 0);
      }

      assertThat(harness.extractOutputValues())
          .extracting(Article::publishedAt)
          .containsExactly(
              Instant.parse("2026-05-01T04:00:00Z"), Instant.parse("2026-05-02T05:00:00Z"), null);
      assertThat(harness.extractOutputValues().getLast().flags())
          .containsExactly(PageFlag.FUTURE_DATE);
      assertThat(Counts.value(harness, Tally.FUTURE_DATED)).isEqualTo(1);
    }
  }

  /** Published as many hours after it was fetched as its ordinal says. */
  private static Article dated(Page page, Instant fetched) {
    return new Article(
        "a",
        "a",
        page.ordinal(),
        null,
        null,
        null,
        null,
        null,
        fetched.plus(Duration.ofHours(page.ordinal())),
        null,
        null,
        fetched,
        "en",
        "A text.",
        List.of(),
        List.of());
  }
}
