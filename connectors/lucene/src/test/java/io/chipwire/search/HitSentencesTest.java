package io.chipwire.search;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.extraction.Extraction;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.Metric;
import io.chipwire.fact.Span;
import io.chipwire.query.LexiconNames;
import io.chipwire.query.QueryLanguage;
import io.chipwire.signal.SignalKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sentences of an article a hit shows. */
class HitSentencesTest {

  private IndexFolder folder;
  private ArticleIndex index;

  @BeforeEach
  void write(@TempDir Path root) throws Exception {
    folder = new IndexFolder(root);
    put(
        article("a")
            .says("A chip is small.")
            .says("A chip is a chip.")
            .says("Every plant makes a chip.")
            .says("The budget is $7 billion.")
            .figure("$7 billion", "USD", "7e9", Metric.CAPEX, "intel")
            .says("Its chip plant will cost $9 billion.")
            .figure("$9 billion", "USD", "9e9", Metric.CAPEX, "intel")
            .commitment(CommitmentKind.INVESTMENT, "intel", null, "9e9")
            .signal(SignalKind.CAPEX, "intel", null)
            .says("Nothing else was said.")
            .build());
    index = ArticleIndex.open(folder, Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    index.close();
  }

  private void put(Extraction extraction) throws IOException {
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      writer.put(extraction);
      writer.commit();
    }
  }

  private Hit hit(String query) throws Exception {
    return index
        .search(SearchRequest.of(QueryLanguage.parse(query, LexiconNames.standard()), 1))
        .results()
        .get(0);
  }

  private static List<String> sentences(Hit hit) {
    return hit.sentences().stream().map(Excerpt::text).toList();
  }

  @Test
  void thoseThatStateWhatWasAskedForComeBeforeThoseWithWords() throws Exception {
    Hit hit = hit("chip metric:capex value:<8B");
    assertThat(sentences(hit))
        .containsExactly("A chip is small.", "A chip is a chip.", "The budget is $7 billion.");
    assertThat(hit.sentences().get(2).highlights()).containsExactly(new Span(14, 24));
    assertThat(hit.figures())
        .extracting(Found::sentence)
        .containsExactly("The budget is $7 billion.");
  }

  @Test
  void amongThoseTheOnesWithMostWordsComeFirst() throws Exception {
    assertThat(sentences(hit("plant (metric:capex OR kind:capex)")))
        .containsExactly(
            "Every plant makes a chip.",
            "The budget is $7 billion.",
            "Its chip plant will cost $9 billion.");
  }

  @Test
  void theFactsOfTheSentencesShownComeFirst() throws Exception {
    Articles many = article("b").says("The plan has five parts.");
    for (String amount : List.of("$11 billion", "$12 billion", "$13 billion", "$14 billion")) {
      many.says("One is " + amount + ".")
          .figure(amount, "USD", amount.substring(1, 3) + "e9", Metric.CAPEX, "intel");
    }
    many.says("The laser is $15 billion.")
        .figure("$15 billion", "USD", "15e9", Metric.CAPEX, "intel");
    put(many.build());

    assertThat(hit("laser metric:capex").figures())
        .extracting(found -> found.fact().text())
        .containsExactly("$11 billion", "$12 billion", "$15 billion", "$13 billion", "$14 billion");
  }

  @Test
  void factsCanBeAskedForByHowSureTheyAre() throws Exception {
    put(
        article("c")
            .sure(0.6)
            .says("Perhaps $21 billion.")
            .figure("$21 billion", "USD", "21e9", Metric.CAPEX, "intel")
            .sure(0.9)
            .says("Surely $22 billion.")
            .figure("$22 billion", "USD", "22e9", Metric.CAPEX, "intel")
            .build());

    assertThat(hit("metric:capex value:>20B confidence:>0.8").figures())
        .extracting(found -> found.fact().text())
        .containsExactly("$22 billion");
    assertThat(hit("metric:capex value:>20B confidence:<=0.8").figures())
        .extracting(found -> found.fact().text())
        .containsExactly("$21 billion");
  }

  @Test
  void commitmentsAndNewsAreShownInTheirSentences() throws Exception {
    assertThat(sentences(hit("obligor:intel")))
        .containsExactly("Its chip plant will cost $9 billion.");
    Hit news = hit("kind:capex");
    assertThat(sentences(news)).containsExactly("Its chip plant will cost $9 billion.");
    assertThat(news.signals()).hasSize(1);
    assertThat(news.figures()).isEmpty();
  }

  @Test
  void whereNothingIsAskedForTheFirstIsShownWithItsFacts() throws Exception {
    Hit hit = hit("*");
    assertThat(sentences(hit)).containsExactly("A chip is small.");
    assertThat(hit.figures()).isEmpty();
    assertThat(hit("budget").figures()).extracting(Found::index).containsExactly(0);
  }
}
