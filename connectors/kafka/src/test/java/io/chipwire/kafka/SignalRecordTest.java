package io.chipwire.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.signal.Novelty;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalRecordTest {

  private static final Instant FETCHED = Instant.parse("2026-05-01T08:00:00Z");
  private static final long NOW = Instant.parse("2026-05-02T00:00:00Z").toEpochMilli();

  private static Article article(@Nullable Instant published, @Nullable Instant fetched) {
    return new Article(
        "https://news.example/a",
        "https://news.example/a",
        1,
        null,
        "https://news.example/a",
        "Title",
        "A. Writer",
        "Example News",
        published,
        published == null ? null : "-07:00",
        null,
        fetched,
        "en",
        "Text.",
        List.of(),
        List.of());
  }

  private static Figure figure(String text) {
    return new Figure(
        0,
        text.length(),
        text,
        "USD",
        new BigDecimal("40000000000"),
        new BigDecimal("40000000000"),
        Bound.EXACT,
        null,
        Metric.CAPEX,
        "amazon",
        null,
        null,
        null,
        FigureStatus.ACTUAL,
        false,
        0.9);
  }

  private static Commitment commitment(String object) {
    return new Commitment(
        0,
        5,
        CommitmentKind.PURCHASE,
        List.of("amazon"),
        null,
        null,
        null,
        object,
        CommitmentStatus.SIGNED,
        false,
        0.8);
  }

  private static Signal signal(SignalKind kind, List<Integer> figures, List<Integer> commitments) {
    return new Signal(
        0, 5, kind, "amazon", null, Direction.UP, "Text.", figures, commitments, false, 0.7);
  }

  private static Extraction extraction(Article article, Signal... signals) {
    return new Extraction(
        article,
        List.of(),
        List.of(figure("first"), figure("second"), figure("third")),
        List.of(commitment("chips"), commitment("power")),
        List.of(signals));
  }

  private static long timestamp(@Nullable String published, @Nullable String fetched) {
    Article article =
        article(
            published == null ? null : Instant.parse(published),
            fetched == null ? null : Instant.parse(fetched));
    return SignalRecord.of(extraction(article, signal(SignalKind.CAPEX, List.of(), List.of())), NOW)
        .getFirst()
        .timestamp();
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Test
  void isOneASignalWithWhatTheSignalRestsOn() throws IOException {
    Article article = article(Instant.parse("2026-04-30T00:00:00Z"), FETCHED);

    List<SignalRecord> told =
        SignalRecord.of(
            extraction(
                article,
                signal(SignalKind.CAPEX, List.of(2, 0), List.of(1)),
                signal(SignalKind.DEAL, List.of(), List.of())),
            NOW);

    assertThat(told)
        .extracting(SignalRecord::key, SignalRecord::timestamp)
        .containsOnly(tuple("https://news.example/a", millis("2026-04-30T00:00:00Z")))
        .hasSize(2);
    JsonNode first = ExtractionJson.mapper().readTree(told.getFirst().value());
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly("article", "signal", "figures", "commitments");
    assertThat(first.get("article"))
        .hasToString(
            "{\"id\":\"https://news.example/a\",\"url\":\"https://news.example/a\","
                + "\"title\":\"Title\",\"publisher\":\"Example News\","
                + "\"publishedAt\":\"2026-04-29T17:00:00-07:00\","
                + "\"fetchedAt\":\"2026-05-01T08:00:00Z\"}");
    assertThat(first.get("signal"))
        .hasToString(
            "{\"start\":0,\"end\":5,\"kind\":\"capex\",\"subject\":\"amazon\",\"product\":null,"
                + "\"direction\":\"up\",\"sentence\":\"Text.\",\"figures\":[0,1],"
                + "\"commitments\":[0],\"confidence\":0.7}");
    assertThat(first.get("figures").findValuesAsText("text")).containsExactly("third", "first");
    assertThat(first.get("figures").findValuesAsText("low"))
        .containsExactly("40000000000", "40000000000");
    assertThat(first.get("commitments").findValuesAsText("object")).containsExactly("power");
    JsonNode second = ExtractionJson.mapper().readTree(told.getLast().value());
    assertThat(second.at("/signal/kind").asText()).isEqualTo("deal");
    assertThat(second.get("figures")).isEmpty();
  }

  @Test
  void tellsWhetherItIsNewsAndACopy() throws IOException {
    Article copy = article(null, FETCHED).asCopyOf("https://news.example/first");
    Signal known = signal(SignalKind.CAPEX, List.of(), List.of()).with(Novelty.REPEATED);

    JsonNode told =
        ExtractionJson.mapper()
            .readTree(SignalRecord.of(extraction(copy, known), NOW).getFirst().value());

    assertThat(told.at("/article/copyOf").asText()).isEqualTo("https://news.example/first");
    assertThat(told.at("/signal/novelty").asText()).isEqualTo("repeated");
  }

  @Test
  void isNoneWhereNothingIsNews() {
    assertThat(SignalRecord.of(extraction(article(null, FETCHED)), NOW)).isEmpty();
  }

  @Test
  void hasTheTimeOfPublicationOrElseThatOfFetching() {
    assertThat(timestamp("2026-04-30T00:00:00Z", "2026-05-01T08:00:00Z"))
        .isEqualTo(millis("2026-04-30T00:00:00Z"));
    assertThat(timestamp(null, "2026-05-01T08:00:00Z")).isEqualTo(millis("2026-05-01T08:00:00Z"));
    assertThat(timestamp(null, null)).isEqualTo(NOW);
  }

  @Test
  void hasNoTimeThatABrokerRefuses() {
    assertThat(timestamp("2031-01-01T00:00:00Z", "2026-05-01T08:00:00Z"))
        .isEqualTo(millis("2026-05-01T08:00:00Z"));
    assertThat(timestamp("1969-12-31T23:59:59Z", "2026-05-03T00:00:00Z")).isEqualTo(NOW);
    assertThat(timestamp("+200000-01-01T00:00:00Z", "-200000-01-01T00:00:00Z")).isEqualTo(NOW);
  }
}
