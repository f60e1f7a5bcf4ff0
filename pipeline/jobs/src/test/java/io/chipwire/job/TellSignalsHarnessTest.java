package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.extraction.Extraction;
import io.chipwire.kafka.SignalRecord;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class TellSignalsHarnessTest {

  private static Extraction said(Article article, String... sentences) {
    List<Signal> signals =
        Arrays.stream(sentences)
            .map(
                sentence ->
                    new Signal(
                        0,
                        1,
                        SignalKind.DEAL,
                        null,
                        null,
                        null,
                        sentence,
                        List.of(),
                        List.of(),
                        false,
                        1.0))
            .toList();
    return new Extraction(article, List.of(), List.of(), List.of(), signals);
  }

  @Test
  void putsASignalAsideThatIsTooLargeForABrokerAndTellsTheRest() throws Exception {
    try (var harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new TellSignals()))) {
      harness.open();
      harness.setProcessingTime(7);
      Article article = TestArticles.article("a", 1, "text");

      harness.processElement(said(article, "x".repeat(SignalRecord.MAX_BYTES), "Short."), 0);

      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.key()).isEqualTo("a");
                assertThat(told.timestamp()).isEqualTo(7);
                assertThat(new String(told.value(), StandardCharsets.UTF_8))
                    .contains("\"sentence\":\"Short.\"");
              });
      assertThat(harness.getSideOutput(ArticlePipeline.REJECTED))
          .extracting(StreamRecord::getValue)
          .containsExactly(
              new Rejection(
                  Rejection.Stage.EXTRACT,
                  RejectionReason.TOO_LARGE,
                  "a#1",
                  "a#1: signal of 1000280 bytes; expected at most 1000000",
                  ""));
      assertThat(Counts.of(harness))
          .isEqualTo(new BackfillCounts(0, 0, 0, 0, Map.of(RejectionReason.TOO_LARGE, 1L)));
    }
  }
}
