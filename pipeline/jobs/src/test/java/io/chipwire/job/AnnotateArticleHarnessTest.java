package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.extraction.Extraction;
import java.util.Map;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AnnotateArticleHarnessTest {

  @Test
  void putsAnArticleAsideThatCannotBeAnnotatedAndGoesOn() throws Exception {
    LocalFunction<Article, Extraction> annotator =
        () ->
            article -> {
              if (article.id().equals("bad")) {
                throw new IllegalArgumentException("tripped");
              }
              return TestArticles.extraction(article);
            };
    try (var harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new AnnotateArticle(annotator)))) {
      harness.open();
      harness.processElement(TestArticles.article("bad", 1, "text"), 0);
      harness.processElement(TestArticles.article("good", 2, "text"), 0);

      assertThat(harness.extractOutputValues())
          .containsExactly(TestArticles.extraction(TestArticles.article("good", 2, "text")));
      assertThat(harness.getSideOutput(ArticlePipeline.REJECTED))
          .extracting(StreamRecord::getValue)
          .containsExactly(
              new Rejection(
                  Rejection.Stage.EXTRACT,
                  RejectionReason.INTERNAL,
                  "bad#1",
                  "bad#1: extraction failed: java.lang.IllegalArgumentException: tripped",
                  "text"));
      assertThat(Counts.of(harness))
          .isEqualTo(new BackfillCounts(0, 0, -1, 0, Map.of(RejectionReason.INTERNAL, 1L)));
    }
  }
}
