package io.chipwire.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.article.TextDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PageRecordTest {

  private static final long AT = Instant.parse("2026-05-01T08:00:00Z").toEpochMilli();

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Intake read(String json) {
    return new PageRecord("pages", 3, 42, AT, utf8(json)).intake(1_000, true, "desk");
  }

  @Test
  void isAPageThatWasFetchedAtTheTimeOfTheRecord() {
    Intake intake = read("{\"url\":\"https://a.example/1\",\"text\":\"x\"}");

    assertThat(intake.page())
        .isEqualTo(
            new Page(
                "kafka:pages/3@42",
                AT,
                null,
                "https://a.example/1",
                null,
                Instant.ofEpochMilli(AT),
                null,
                new TextDocument(null, null, null, null, "x"),
                true,
                null,
                "desk",
                false));
    assertThat(intake.bytes()).isEqualTo(40);
  }

  @Test
  void isAPageOfUnknownTimeWhereTheRecordHasNone() {
    Page page =
        Objects.requireNonNull(
            new PageRecord("pages", 0, 0, -1, utf8("{\"html\":\"<p>x\"}"))
                .intake(1_000, false, "desk")
                .page());

    assertThat(page.fetchedAt()).isNull();
    assertThat(page.ordinal()).isEqualTo(-1);
    assertThat(page.obeysOptOuts()).isFalse();
  }

  @Test
  void isRefusedWithItsPlaceWhereItIsNoPage() {
    assertThat(read("[1]").rejection())
        .isEqualTo(
            new Rejection(
                Rejection.Stage.OPEN,
                RejectionReason.MALFORMED,
                "kafka:pages/3@42",
                "kafka:pages/3@42: expected one JSON object: found START_ARRAY",
                "[1]"));
    assertThat(new PageRecord("pages", 3, 43, AT, null).intake(1_000, true, "desk").rejection())
        .isEqualTo(
            new Rejection(
                Rejection.Stage.OPEN,
                RejectionReason.EMPTY,
                "kafka:pages/3@43",
                "kafka:pages/3@43: record without a value",
                ""));
  }

  @Test
  void isRefusedUnreadWhereItIsTooLarge() {
    Rejection rejection =
        Objects.requireNonNull(read("{\"text\":\"" + "x".repeat(1_000) + "\"}").rejection());

    assertThat(rejection.reason()).isEqualTo(RejectionReason.TOO_LARGE);
    assertThat(rejection.message())
        .isEqualTo("kafka:pages/3@42: record of 1011 bytes; expected at most 1000");
    assertThat(rejection.excerpt()).startsWith("{\"text\":\"xxx").hasSize(1_000);
  }
}
