package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.extraction.ExtractionJson;
import io.chipwire.search.ArticleIndexWriter;
import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandsTest {

  @TempDir private static Path index;

  @BeforeAll
  static void writeTwoArticles() throws IOException {
    try (ArticleIndexWriter writer =
        ArticleIndexWriter.open(new IndexFolder(index), Clock.systemUTC())) {
      writer.put(ExtractionJson.read(article("one", "2026-04-30", "$43.2 billion", "43.2e9")));
      writer.put(ExtractionJson.read(article("two", "2026-05-02", "$45 billion", "45e9")));
      writer.commit();
    }
  }

  /** An article that says one figure and one commitment. */
  static String article(String id, String day, String amount, String value) {
    String figure = "Amazon spent " + amount + " in the first quarter.";
    String commitment = "OpenAI will pay Oracle $300 billion for capacity.";
    return """
        {"source": "%1$s.html", "ordinal": 0, "articleId": "%1$s", "url": "https://%1$s.example/", "title": "Spending", "publisher": "Wire %1$s",
         "publishedAt": "%2$sT08:00:00Z", "text": "%3$s %4$s", "entities": [],
         "figures": [{"text": "%5$s", "start": 13, "end": %6$d, "inTitle": false, "unit": "USD", "low": %7$s, "high": %7$s,
           "bound": "exact", "metric": "capex", "subject": "amazon", "product": null, "period": "2026Q1",
           "change": null, "per": null, "status": "reported", "confidence": 0.9}],
         "commitments": [{"text": "%4$s", "start": %8$d, "end": %9$d, "inTitle": false, "obligors": ["openai"],
           "counterparty": "oracle", "kind": "purchase", "object": "capacity", "amount": {"unit": "USD",
           "low": 300e9, "high": 300e9, "bound": "exact"}, "term": null, "status": "signed"}],
         "signals": []}
        """
        .formatted(
            id,
            day,
            figure,
            commitment,
            amount,
            13 + amount.length(),
            value,
            figure.length() + 1,
            figure.length() + 1 + commitment.length())
        .replace('\n', ' ');
  }

  @Test
  void aSeriesShowsEveryValueOfAPeriodWithItsSentence() {
    Run run = Run.of("series", "--index", index.toString(), "metric:capex", "subject:amazon");

    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).isEqualTo("capex · Amazon");
    assertThat(run.out())
        .contains("2026Q1")
        .contains("$43.2B")
        .contains("$45B")
        .contains("1 origin: Wire one · 2026-04-30")
        .contains("Amazon spent $45 billion in the first quarter.");
  }

  @Test
  void aSeriesAsOfADayKnowsNothingLater() {
    Run run =
        Run.of("series", "--index", index.toString(), "--as-of", "2026-05-01", "metric:capex");

    assertThat(run.out()).contains("$43.2B").doesNotContain("$45B");
  }

  @Test
  void aLedgerCountsACommitmentToldTwiceOnce() {
    Run run = Run.of("ledger", "--index", index.toString(), "obligor:openai");

    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).startsWith("OpenAI → Oracle  $300B");
    assertThat(run.lines().getLast()).isEqualTo("Total $300B");
  }

  @Test
  void conflictsShowBothValues() {
    Run run = Run.of("conflicts", "--index", index.toString(), "metric:capex");

    assertThat(run.lines().getFirst()).isEqualTo("conflicts  capex · Amazon · 2026Q1");
    assertThat(run.out()).contains("$43.2B").contains("$45B");
  }

  @Test
  void jsonCarriesTheSnapshot() throws IOException {
    Run run = Run.of("ledger", "--index", index.toString(), "--json", "*");

    var answer = ExtractionJson.mapper().readTree(run.out());
    assertThat(answer.at("/snapshot/generation").isNumber()).isTrue();
    assertThat(answer.at("/facts/entries")).hasSize(1);
  }

  @Test
  void refusesAQueryThatIsNone() {
    Run run = Run.of("series", "--index", index.toString(), "value:>");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("^");
  }
}
