package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.article.PageFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class KeepChangedRevisionHarnessTest {

  private static final Duration TTL = Duration.ofDays(1);

  private static KeyedOneInputStreamOperatorTestHarness<String, Article, Article> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new KeepChangedRevision(TTL)), Article::id, Types.STRING);
  }

  @Test
  void passesWhatIsNewOrSaysSomethingElse() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(TestArticles.article("a", 1, "Prices rise."), 0);
      harness.processElement(TestArticles.article("a", 2, "Prices rise."), 0);
      harness.processElement(TestArticles.article("b", 2, "Prices rise."), 0);
      harness.processElement(TestArticles.article("a", 3, "Prices fall."), 0);
      harness.processElement(TestArticles.article("a", 4, "Prices rise."), 0);

      assertThat(harness.extractOutputValues())
          .extracting(article -> article.id() + article.ordinal())
          .containsExactly("a1", "b2", "a3", "a4");
      assertThat(Counts.value(harness, Tally.INDEXED)).isEqualTo(2);
      assertThat(Counts.value(harness, Tally.REVISIONS)).isEqualTo(2);
      assertThat(Counts.value(harness, Tally.DUPLICATES)).isEqualTo(1);
    }
  }

  @Test
  void passesWhatIsWantedOnceMoreThoughItIsTheSame() throws Exception {
    try (var harness = harness()) {
      harness.open();
      Article article = TestArticles.article("a", 2, "Prices rise.");
      harness.processElement(article, 0);
      harness.processElement(article.with(PageFlag.REPLAYED), 0);
      harness.processElement(article, 0);
      harness.processElement(
          TestArticles.article("a", 1, "Prices fell.").with(PageFlag.REPLAYED), 0);

      assertThat(harness.extractOutputValues()).hasSize(2);
      assertThat(Counts.value(harness, Tally.DUPLICATES)).isEqualTo(2);
    }
  }

  @Test
  void dropsACaptureThatComesTooLate() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(TestArticles.article("a", 5, "Newer."), 0);
      harness.processElement(TestArticles.article("a", 4, "Older."), 0);
      harness.processElement(TestArticles.article("a", 3, "Newer."), 0);
      harness.processElement(TestArticles.article("a", 4, "Older again."), 0);

      assertThat(harness.extractOutputValues()).extracting(Article::text).containsExactly("Newer.");
      assertThat(Counts.value(harness, Tally.DUPLICATES)).isEqualTo(3);
    }
  }

  @Test
  void forgetsAnArticleAfterItsTime() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.setStateTtlProcessingTime(0);
      harness.processElement(TestArticles.article("a", 1, "Prices rise."), 0);
      harness.setStateTtlProcessingTime(TTL.toMillis() + 1);
      harness.processElement(TestArticles.article("a", 2, "Prices rise."), 0);

      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void flagsAndCountsArticlesThatWereOldWhenTheyWereFound() throws Exception {
    Instant found = Instant.parse("2026-05-11T09:00:00Z");
    try (var harness = harness()) {
      harness.open();
      harness.setProcessingTime(found.toEpochMilli());
      for (int days : new int[] {1, 3, 5}) {
        Article article = TestArticles.article("a" + days, 1, "Prices rise.");
        harness.processElement(dated(article, found.minus(Duration.ofDays(days))), 0);
      }

      assertThat(harness.extractOutputValues())
          .extracting(article -> article.flags().contains(PageFlag.LATE))
          .containsExactly(false, false, true);
      assertThat(Counts.value(harness, Tally.LATE)).isEqualTo(1);
    }
  }

  private static Article dated(Article article, Instant published) {
    return new Article(
        article.id(),
        article.source(),
        article.ordinal(),
        null,
        null,
        null,
        null,
        null,
        published,
        null,
        null,
        null,
        "en",
        article.text(),
        List.of(),
        List.of());
  }
}
