package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.extraction.Extraction;
import io.chipwire.signal.Novelty;
import io.chipwire.signal.Signal;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operators of {@link Memory}, each in a harness of its own. */
class MemoryHarnessTest {

  private static final Duration TTL = Duration.ofDays(30);

  private static final String STORY =
      """
      Inventia said on Tuesday that its budget for new plants grew to a sum that nobody had expected, \
      and that customers had asked for more chips than it could make in the year that follows. Its \
      shares rose at once, those of its rivals fell, and an analyst who was never asked called it a \
      turning point for the whole of an invented market.\
      """;

  private static KeyedOneInputStreamOperatorTestHarness<String, TextTrace, MemoryAnswer> texts()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new FindOriginal(TTL)), trace -> "texts", Types.STRING);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, FactQuestion, MemoryAnswer> facts()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new RecallFact(TTL)), FactQuestion::key, Types.STRING);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, Extraction, MemoryAnswer, Extraction>
      join() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new JoinMemory()),
        extraction -> extraction.article().id(),
        MemoryAnswer::articleId,
        Types.STRING);
  }

  private static Extraction extraction(String id, long ordinal, String text, String dollars) {
    return TestArticles.capex(
        TestArticles.article(id, ordinal, text), "2026", Long.parseLong(dollars));
  }

  /** What the article is found to copy. */
  private static @Nullable String original(
      KeyedOneInputStreamOperatorTestHarness<String, TextTrace, MemoryAnswer> harness,
      String id,
      long ordinal,
      String text)
      throws Exception {
    harness.processElement(TextTrace.of(TestArticles.article(id, ordinal, text)).orElseThrow(), 0);
    return harness.extractOutputValues().getLast().copyOf();
  }

  private static @Nullable Novelty novelty(
      KeyedOneInputStreamOperatorTestHarness<String, FactQuestion, MemoryAnswer> harness,
      String id,
      String dollars)
      throws Exception {
    for (FactQuestion question : FactQuestion.about(extraction(id, 1, "Short.", dollars))) {
      harness.processElement(question, 0);
    }
    return harness.extractOutputValues().getLast().novelty();
  }

  @Test
  void linksANearCopyToTheFirstOfItsKind() throws Exception {
    try (var harness = texts()) {
      harness.open();
      assertThat(original(harness, "first", 1, STORY)).isNull();
      assertThat(original(harness, "second", 2, STORY.replace("Tuesday", "Wednesday")))
          .isEqualTo("first");
      assertThat(original(harness, "third", 3, STORY + " Agencies contributed."))
          .isEqualTo("first");
      assertThat(original(harness, "other", 4, "Nothing like it was said. ".repeat(9))).isNull();
    }
  }

  @Test
  void holdsNoArticleForACopyOfItselfAndFollowsItsRevisions() throws Exception {
    String other = "A wholly different piece about another matter was put in its place. ".repeat(5);
    try (var harness = texts()) {
      harness.open();
      original(harness, "a", 1, STORY);
      assertThat(original(harness, "a", 2, STORY + " Corrected.")).isNull();
      assertThat(original(harness, "a", 3, other)).isNull();
      assertThat(original(harness, "b", 4, STORY)).isNull();
      assertThat(original(harness, "c", 5, other)).isEqualTo("a");
    }
  }

  @Test
  void forgetsATextWhenItHasNotBeenMetForLong() throws Exception {
    try (var harness = texts()) {
      harness.open();
      harness.setProcessingTime(0);
      original(harness, "first", 1, STORY);
      harness.setProcessingTime(TTL.toMillis() - 1);
      assertThat(original(harness, "second", 2, STORY)).isEqualTo("first");
      harness.setProcessingTime(2 * TTL.toMillis() - 2);
      assertThat(original(harness, "third", 3, STORY)).isEqualTo("first");
      harness.setProcessingTime(3 * TTL.toMillis() + 2 * FindOriginal.SWEEP.toMillis());
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
      assertThat(original(harness, "fourth", 4, STORY)).isNull();
    }
  }

  @Test
  void recallsAFactForItsTime() throws Exception {
    try (var harness = facts()) {
      harness.open();
      harness.setStateTtlProcessingTime(0);
      assertThat(novelty(harness, "a", "5000")).isEqualTo(Novelty.NEW);
      assertThat(novelty(harness, "b", "5000")).isEqualTo(Novelty.REPEATED);
      harness.setStateTtlProcessingTime(2 * TTL.toMillis());
      assertThat(novelty(harness, "c", "5000")).isEqualTo(Novelty.NEW);
    }
  }

  @Test
  void keepsNoMoreValuesOfAFactThanItShould() throws Exception {
    try (var harness = facts()) {
      harness.open();
      for (int i = 0; i < 3 * RecallFact.MOST_VALUES; i++) {
        novelty(harness, "a" + i, Integer.toString(1_001 + 10 * i));
      }
      assertThat(novelty(harness, "late", "1951")).isEqualTo(Novelty.REPEATED);
      assertThat(novelty(harness, "again", "1001")).isEqualTo(Novelty.CONFLICTING);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  @Test
  void letsAnArticleThroughWhenAllIsAnsweredAndNotBefore() throws Exception {
    Extraction extraction = extraction("b", 2, STORY, "5");
    try (var harness = join()) {
      harness.open();
      harness.processElement2(new MemoryAnswer("b", 2, MemoryAnswer.Topic.TEXT, 0, "a", null), 0);
      harness.processElement1(extraction, 0);
      assertThat(harness.extractOutputValues()).isEmpty();

      harness.processElement2(
          new MemoryAnswer("b", 2, MemoryAnswer.Topic.FIGURE, 0, null, Novelty.ROUNDED), 0);

      Extraction joined = harness.extractOutputValues().getFirst();
      assertThat(joined.article().copyOf()).isEqualTo("a");
      assertThat(joined.signals()).extracting(Signal::novelty).containsExactly(Novelty.ROUNDED);
      assertThat(joined.figures()).isEqualTo(extraction.figures());
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
      assertThat(Counts.value(harness, Tally.COPIES)).isEqualTo(1);
    }
  }

  @Test
  void letsAnArticleGoWithoutAnAnswerThatDoesNotCome() throws Exception {
    try (var harness = join()) {
      harness.open();
      harness.setProcessingTime(0);
      harness.processElement2(new MemoryAnswer("b", 2, MemoryAnswer.Topic.TEXT, 0, "a", null), 0);
      harness.processElement1(extraction("b", 2, STORY, "5"), 0);
      harness.setProcessingTime(JoinMemory.PATIENCE.toMillis());

      Extraction joined = harness.extractOutputValues().getFirst();
      assertThat(joined.article().copyOf()).isEqualTo("a");
      assertThat(joined.signals()).extracting(Signal::novelty).containsOnlyNulls();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void keepsTheRevisionsOfAnArticleInOrder() throws Exception {
    try (var harness = join()) {
      harness.open();
      harness.processElement1(extraction("a", 1, "Short.", "5"), 0);
      harness.processElement1(extraction("a", 2, "Shorter.", "6"), 0);
      for (long ordinal : new long[] {2, 1}) {
        harness.processElement2(
            new MemoryAnswer("a", ordinal, MemoryAnswer.Topic.FIGURE, 0, null, Novelty.NEW), 0);
      }

      assertThat(harness.extractOutputValues())
          .extracting(extraction -> extraction.article().ordinal())
          .containsExactly(1L, 2L);
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void doesNotWaitWhereNothingIsAsked() throws Exception {
    try (var harness = join()) {
      harness.open();
      harness.processElement1(TestArticles.extraction(TestArticles.article("a", 1, "Short.")), 0);

      assertThat(harness.extractOutputValues()).hasSize(1);
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }
}
