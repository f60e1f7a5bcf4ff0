package io.chipwire.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.article.Article;
import io.chipwire.article.PageFlag;
import io.chipwire.article.Table;
import io.chipwire.article.TableRow;
import io.chipwire.fact.Amount;
import io.chipwire.fact.Basis;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Change;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Entity;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.fact.Span;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractionJsonTest {

  private static final Extraction FULL =
      new Extraction(
          new Article(
              "https://news.example/a",
              "a.warc#17",
              3,
              "in-7",
              "https://news.example/a",
              "Title",
              "A. Writer",
              "Example News",
              Instant.parse("2026-04-30T00:00:00Z"),
              "-07:00",
              Instant.parse("2026-04-30T01:00:00Z"),
              Instant.parse("2026-05-01T00:00:00Z"),
              "en",
              "Revenue | 43.2",
              List.of(
                  new Table(
                      0,
                      14,
                      null,
                      "in billions",
                      List.of(),
                      List.of(new TableRow(0, List.of("Revenue", "43.2"))))),
              List.of(PageFlag.PAYWALL)),
          List.of(new Entity("amazon", EntityType.COMPANY, "Amazon", List.of(new Span(0, 6)))),
          List.of(
              new Figure(
                  10,
                  14,
                  "43.2",
                  "USD",
                  new BigDecimal("43.2e9"),
                  new BigDecimal("43200000000.0"),
                  Bound.EXACT,
                  null,
                  Metric.REVENUE_RUN_RATE,
                  "amazon",
                  null,
                  "2026Q1",
                  new Change(Direction.UP, Basis.YOY),
                  FigureStatus.ACTUAL,
                  true,
                  0.9)),
          List.of(
              new Commitment(
                  0,
                  14,
                  CommitmentKind.PURCHASE,
                  List.of("anthropic"),
                  "amazon",
                  new Amount("USD", new BigDecimal("100e9"), null, Bound.MIN),
                  "5 years",
                  "trainium",
                  CommitmentStatus.SIGNED,
                  false,
                  0.5)),
          List.of(
              new Signal(
                  0,
                  14,
                  SignalKind.EARNINGS,
                  "amazon",
                  null,
                  Direction.UP,
                  "Revenue | 43.2",
                  List.of(0),
                  List.of(),
                  false,
                  0.7)));

  @Test
  void readsBackWhatItWrote() {
    assertThat(ExtractionJson.read(ExtractionJson.write(FULL))).isEqualTo(FULL);
  }

  @Test
  void writesTheContractsNamesAndPlainNumbers() throws Exception {
    String line = ExtractionJson.write(FULL);
    JsonNode json = ExtractionJson.mapper().readTree(line);
    assertThat(line).doesNotContain("\n").contains("\"low\":43200000000,");
    assertThat(json.at("/id").asText()).isEqualTo("in-7");
    assertThat(json.at("/publishedAt").asText()).isEqualTo("2026-04-29T17:00:00-07:00");
    assertThat(json.at("/figures/0/metric").asText()).isEqualTo("revenue_run_rate");
    assertThat(json.at("/figures/0/per").isNull()).isTrue();
    assertThat(json.at("/figures/0/inTitle").asBoolean()).isTrue();
    assertThat(json.at("/figures/0/change/basis").asText()).isEqualTo("yoy");
    assertThat(json.at("/commitments/0").has("inTitle")).isFalse();
    assertThat(json.at("/commitments/0/amount/high").isNull()).isTrue();
    assertThat(json.at("/signals/0/kind").asText()).isEqualTo("earnings");
  }

  @Test
  void saysWhereALineIsBroken() {
    assertThatThrownBy(() -> ExtractionJson.read("{\"source\": }"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not an extraction in JSON: Unexpected character")
        .hasMessageEndingWith("at line 1, column 12");
  }
}
