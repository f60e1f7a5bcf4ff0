package io.chipwire.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RejectionRecordTest {

  @Test
  void isTheLineOfTheFileUnderItsSource() {
    RejectionRecord told =
        RejectionRecord.of(
            new Rejection(
                Rejection.Stage.READ, RejectionReason.NO_ARTICLE, "s#1", "s#1: ünread", "<p>"));

    assertThat(told.key()).isEqualTo("s#1");
    assertThat(new String(told.value(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"stage\":\"READ\",\"reason\":\"NO_ARTICLE\",\"source\":\"s#1\","
                + "\"message\":\"s#1: ünread\",\"excerpt\":\"<p>\"}");
  }

  @Test
  void isCutToWhatABrokerTakes() {
    String endless = "\u0001".repeat(3_000_000);

    RejectionRecord told =
        RejectionRecord.of(
            new Rejection(
                Rejection.Stage.FETCH, RejectionReason.INTERNAL, endless, endless, endless));

    assertThat(told.key()).hasSize(16_384);
    assertThat(told.value()).hasSizeLessThan(SignalRecord.MAX_BYTES);
  }
}
