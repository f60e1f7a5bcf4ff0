package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class KeepLatestRevisionHarnessTest {

  private static final Duration TTL = Duration.ofHours(1);

  private static KeyedOneInputStreamOperatorTestHarness<String, Article, Article> harness(
      int parallelism, int subtask) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new KeepLatestRevision(TTL)),
        Article::id,
        Types.STRING,
        ArticlePipeline.MAX_PARALLELISM,
        parallelism,
        subtask);
  }

  private static Article revision(String id, long ordinal) {
    return TestArticles.article(id, ordinal, id + ordinal);
  }

  @Test
  void letsLaterRevisionsThroughAndDropsEarlierOnes() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.open();
      for (Article article :
          List.of(
              revision("a", 5),
              revision("b", 1),
              revision("a", 3),
              revision("a", 9),
              revision("b", 2))) {
        harness.processElement(article, 0);
      }

      assertThat(harness.extractOutputValues())
          .extracting(Article::text)
          .containsExactly("a5", "b1", "a9", "b2");
      BackfillCounts counts = Counts.of(harness);
      assertThat(counts.indexed()).isEqualTo(2);
      assertThat(counts.duplicates()).isEqualTo(3);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
    }
  }

  @Test
  void forgetsAnArticleAfterItsTime() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(1, 0)) {
      harness.open();
      harness.setStateTtlProcessingTime(0);
      harness.processElement(revision("a", 5), 0);
      harness.processElement(revision("b", 5), 0);
      harness.setStateTtlProcessingTime(TTL.toMillis() - 1);
      harness.processElement(revision("b", 6), 0);
      harness.processElement(revision("a", 4), 0);
      assertThat(harness.extractOutputValues())
          .extracting(Article::text)
          .containsExactly("a5", "b5", "b6");

      harness.setStateTtlProcessingTime(TTL.toMillis() + 1);
      state = harness.snapshot(1, 0);
    }
    try (var harness = harness(1, 0)) {
      harness.setStateTtlProcessingTime(TTL.toMillis() + 1);
      harness.initializeState(state);
      harness.open();
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      harness.processElement(revision("a", 4), 0);
      harness.processElement(revision("b", 4), 0);

      assertThat(harness.extractOutputValues()).extracting(Article::text).containsExactly("a4");
    }
  }

  @Test
  void takesItsStateAlongToAnotherParallelism() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(1, 0)) {
      harness.open();
      for (int i = 0; i < 20; i++) {
        harness.processElement(revision("id" + i, 100 + i), 0);
      }
      state = harness.snapshot(1, 0);
    }
    long duplicates = 0;
    long indexed = 0;
    List<Article> let = new ArrayList<>();
    for (int subtask = 0; subtask < 2; subtask++) {
      OperatorSubtaskState part =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, ArticlePipeline.MAX_PARALLELISM, 1, 2, subtask);
      try (var harness = harness(2, subtask)) {
        harness.initializeState(part);
        harness.open();
        for (int i = 0; i < 20; i++) {
          if (isOf(subtask, "id" + i)) {
            harness.processElement(revision("id" + i, 50 + i), 0);
          }
        }
        let.addAll(harness.extractOutputValues());
        duplicates += Counts.of(harness).duplicates();
        indexed += Counts.of(harness).indexed();
      }
    }
    assertThat(let).isEmpty();
    assertThat(indexed).isEqualTo(20);
    assertThat(duplicates).isEqualTo(20);
  }

  private static boolean isOf(int subtask, String id) {
    return org.apache.flink.runtime.state.KeyGroupRangeAssignment.assignKeyToParallelOperator(
            id, ArticlePipeline.MAX_PARALLELISM, 2)
        == subtask;
  }
}
