package io.chipwire.search;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.Metric;
import io.chipwire.history.Ledger;
import io.chipwire.history.Relation;
import io.chipwire.history.Series;
import io.chipwire.history.Source;
import io.chipwire.query.NameResolver;
import io.chipwire.query.Query;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactHistoryTest {

  @TempDir Path root;
  private IndexFolder folder;
  private ArticleIndex index;
  private FactHistory history;

  @BeforeEach
  void setUp() throws IOException {
    folder = new IndexFolder(root);
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      writer.put(
          article("first")
              .publisher("Wire")
              .says("Hello. Amazon spent $43.2 billion in the quarter.")
              .figure("$43.2 billion", "USD", "43.2e9", Metric.CAPEX, "amazon")
              .published("2026-04-30T00:00:00Z")
              .build());
      writer.put(
          article("second")
              .publisher("Daily")
              .says("It took $45 billion of capex, and revenue was $155 billion.")
              .figure("$45 billion", "USD", "45e9", Metric.CAPEX, "amazon")
              .figure("$155 billion", "USD", "155e9", Metric.REVENUE, "amazon")
              .published("2026-05-02T00:00:00Z")
              .build());
      for (String id : List.of("third", "fourth")) {
        writer.put(
            article(id)
                .says("Micron will put $100 billion into New York.")
                .commitment(CommitmentKind.INVESTMENT, "micron", null, "1e11")
                .published("2026-05-03T00:00:00Z")
                .build());
      }
      writer.commit();
    }
    index = ArticleIndex.open(folder, Clock.systemUTC());
    history = new FactHistory(index, Duration.ofSeconds(10));
  }

  @AfterEach
  void tearDown() throws IOException {
    index.close();
  }

  @Test
  void aSeriesHoldsTheFiguresThatTheQueryAsksFor() throws Exception {
    List<Series> capex = history.series(parse("metric:capex subject:amazon"), null).facts();

    assertThat(capex).hasSize(1);
    assertThat(capex.get(0).points()).hasSize(1);
    assertThat(capex.get(0).points().get(0).values()).hasSize(2);
    Source source = capex.get(0).points().get(0).values().get(0).sources().get(0);
    assertThat(source.sentence()).isEqualTo("Amazon spent $43.2 billion in the quarter.");
    assertThat(source.url()).isEqualTo("https://example.org/first");
    assertThat(history.series(parse("subject:amazon"), null).facts()).hasSize(2);
    assertThat(history.series(parse("metric:eps"), null).facts()).isEmpty();
  }

  @Test
  void figuresThatMayWellBeWrongAreLeftOutUnlessAskedFor() throws Exception {
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      writer.put(
          article("unsure")
              .sure(0.77)
              .says("It took $99 billion, somebody said.")
              .figure("$99 billion", "USD", "99e9", Metric.CAPEX, "tsmc")
              .build());
      writer.commit();
    }
    assertThat(history.series(parse("metric:capex subject:tsmc"), null).facts()).isEmpty();
    assertThat(
            history
                .series(parse("metric:capex subject:tsmc confidence:>0.5"), null)
                .facts()
                .getFirst()
                .points())
        .hasSize(1);
  }

  @Test
  void aSeriesAsJsonLeavesFingerprintsOut() throws Exception {
    String json =
        ExtractionJson.mapper().writeValueAsString(history.series(parse("metric:capex"), null));

    JsonNode source = ExtractionJson.mapper().readTree(json).at("/facts/0/points/0/best/sources/0");
    assertThat(source.fieldNames())
        .toIterable()
        .containsExactly("articleId", "url", "title", "publisher", "seen", "sentence");
  }

  @Test
  void aLedgerHoldsEachCommitmentOnce() throws Exception {
    Ledger ledger = history.ledger(parse("obligor:micron")).facts();

    assertThat(ledger.entries()).hasSize(1);
    assertThat(ledger.entries().get(0).sources()).hasSize(2);
    assertThat(ledger.totals().get("USD")).isEqualByComparingTo("1e11");
  }

  @Test
  void conflictsAreFound() throws Exception {
    assertThat(history.conflicts(parse("metric:capex")).facts().comparisons())
        .singleElement()
        .satisfies(found -> assertThat(found.relation()).isEqualTo(Relation.CONFLICTS));
  }

  @Test
  void aQuestionThatTakesTooLongIsRefused() {
    assertThatThrownBy(
            () -> new FactHistory(index, Duration.ofNanos(1)).series(parse("metric:capex"), null))
        .isInstanceOf(SearchRefusedException.class)
        .hasMessage("query \"metric:capex\": took longer than 0 ms");
  }

  private static Query parse(String text) throws QuerySyntaxException {
    return QueryLanguage.parse(text, NameResolver.NONE);
  }
}
