package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.search.ArticleIndexWriter;
import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchBacktestCommandTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void writeThreeArticles() throws IOException {
    try (ArticleIndexWriter writer =
        ArticleIndexWriter.open(new IndexFolder(folder.resolve("idx")), Clock.systemUTC())) {
      for (String article :
          new String[] {
            HistoryCommandsTest.article("one", "2026-04-30", "$43.2 billion", "43.2e9"),
            HistoryCommandsTest.article("two", "2026-05-02", "$45 billion", "45e9"),
            HistoryCommandsTest.article("three", "2026-05-05", "$43.2 billion", "43.2e9")
          }) {
        writer.put(ExtractionJson.read(article));
      }
      writer.commit();
    }
    Run.of("watch", "add", "--store", store(), "--owner", "ann", "capex", "metric:capex");
  }

  private static String store() {
    return folder.resolve("alerts.db").toString();
  }

  private static Run backtest(String... more) {
    return Run.of(
        Stream.concat(
                Stream.of(
                    "watch",
                    "backtest",
                    "--index",
                    folder.resolve("idx").toString(),
                    "--store",
                    store(),
                    "--owner",
                    "ann"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void saysWhatASubscriptionWouldHaveTold() {
    Run run = backtest("capex");

    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .startsWith(
            "3 articles matched, 2 alerts would have been told: 2.0 a week over 1 week",
            "noisiest day: 2026-04-30 with 1",
            "held back: known_fact 1")
        .contains("- amazon capex 2026Q1 (reported): $45B", "stated by: Wire two");
  }

  @Test
  void saysItByOtherRules() throws Exception {
    Run run = backtest("capex", "--min-corroboration", "2", "--json");

    JsonNode report = ExtractionJson.mapper().readTree(run.out());
    assertThat(report.path("told").asInt()).isEqualTo(1);
    assertThat(report.at("/suppressed/uncorroborated").asInt()).isEqualTo(2);
    assertThat(report.at("/examples/0/articleId").asText()).isEqualTo("three");
    assertThat(report.at("/examples/0/origins").toString())
        .isEqualTo("[\"Wire one\",\"Wire three\"]");
    assertThat(backtest("--query", "metric:capex", "--at-most", "1/week").out())
        .startsWith("3 articles matched, 1 alert would have been told");
    assertThat(backtest("capex", "--since", "2026-05-03").out())
        .startsWith("1 article matched, 1 alert would have been told");
  }

  @Test
  void refusesWhatCannotBeTriedOut() {
    assertThat(backtest().err()).contains("expected either the NAME of a subscription or --query");
    assertThat(backtest("capex", "--query", "x").err())
        .contains("expected either the NAME of a subscription or --query");
    assertThat(backtest("none").err()).contains("subscription \"none\"");
    assertThat(backtest("capex", "--at-most", "lots").err())
        .contains("quota \"lots\": expected N/hour, N/day or N/week");
    assertThat(backtest("--query", "metrik:capex").err()).contains("did you mean metric:capex?");
  }
}
