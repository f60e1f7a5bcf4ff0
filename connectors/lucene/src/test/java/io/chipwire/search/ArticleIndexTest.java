package io.chipwire.search;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Bound;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.query.NameResolver;
import io.chipwire.query.Query;
import io.chipwire.query.QueryLanguage;
import io.chipwire.signal.SignalKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleIndexTest {

  private static final Instant NOW = Instant.parse("2026-05-10T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final NameResolver NAMES =
      new NameResolver() {
        @Override
        public List<String> ids(String name, @Nullable EntityType type) {
          return name.equalsIgnoreCase("google") ? List.of("alphabet") : List.of();
        }

        @Override
        public List<String> family(String id) {
          return id.equals("amazon") ? List.of("amazon", "aws") : List.of(id);
        }
      };

  @TempDir Path root;
  private ArticleIndexWriter writer;
  private ArticleIndex index;

  @BeforeEach
  void setUp() throws IOException {
    IndexFolder folder = new IndexFolder(root);
    writer = ArticleIndexWriter.open(folder, Clock.offset(CLOCK, Duration.ofSeconds(-90)));
    index = ArticleIndex.open(folder, CLOCK);
  }

  @AfterEach
  void tearDown() throws IOException {
    index.close();
    writer.close();
  }

  private void indexSamples() throws IOException {
    put(
        article("amazon")
            .title("Amazon spends more")
            .says("Amazon.com Inc. had capital expenditures of $43.2 billion, up 78%.")
            .company("amazon", "Amazon.com Inc.")
            .figure("$43.2 billion", "USD", "43.2e9", Metric.CAPEX, "amazon")
            .change("78%", "%", "78", Metric.CAPEX, "amazon", Direction.UP)
            .signal(SignalKind.CAPEX, "amazon", Direction.UP)
            .says("Revenue was $155.7 billion.")
            .figure("$155.7 billion", "USD", "155.7e9", Metric.REVENUE, "amazon")
            .published("2026-04-30T20:00:00Z")
            .build(),
        article("aws")
            .title("Cloud prices fall")
            .says("AWS cut the price of Trainium by 20%, in a price war.")
            .company("aws", "AWS")
            .entity(EntityType.PRODUCT, "trainium", "Trainium")
            .change("20%", "%", "20", Metric.PRICE, "aws", Direction.DOWN)
            .signal(SignalKind.PRICING, "aws", Direction.DOWN)
            .published("2026-03-15T00:00:00Z")
            .publisher("Cloud Weekly")
            .build(),
        article("micron")
            .title("Micron pledges investment")
            .says("Micron will invest $100 billion in New York over 20 years.")
            .company("micron", "Micron")
            .entity(EntityType.PLACE, "new-york", "New York")
            .figure(
                "$100 billion",
                "USD",
                null,
                new BigDecimal("1e11"),
                Bound.MAX,
                Metric.INVESTMENT,
                "micron",
                null,
                null,
                FigureStatus.TARGET)
            .commitment(CommitmentKind.INVESTMENT, "micron", null, "1e11")
            .signal(SignalKind.COMMITMENT, "micron", Direction.UP)
            .published("2026-02-01T00:00:00Z")
            .build(),
        article("google")
            .title("Alphabet guides")
            .says("Alphabet expects capital spending of $175 billion to $185 billion in 2026.")
            .company("alphabet", "Alphabet")
            .figure(
                "$175 billion to $185 billion",
                "USD",
                new BigDecimal("175e9"),
                new BigDecimal("185e9"),
                Bound.RANGE,
                Metric.CAPEX,
                "alphabet",
                "2026",
                null,
                FigureStatus.GUIDANCE)
            .published(null)
            .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | amazon aws google micron",
        "price | aws",
        "prices | aws",
        "\"price war\" | aws",
        "\"war price\" | ''",
        "Amazon.com | amazon",
        "43.2 | amazon",
        "amazon OR micron | amazon micron",
        "invest* OR x | error",
        "invest -york | ''",
        "-amazon | aws google micron",
        "Google | google",
        "company:google | google",
        "company:amazon | amazon",
        "company:amazon+ | amazon aws",
        "product:trainium | aws",
        "place:\"new york\" | micron",
        "publisher:\"cloud weekly\" | aws",
        "lang:en | amazon aws google micron",
        "lang:de | ''",
        "after:2026-03-15 | amazon aws",
        "after:2026-03-16 before:2026-05 | amazon",
        "before:2026-03-15 | micron",
        "metric:capex | amazon google",
        "metric:capex value:>40B | amazon google",
        "metric:capex value:>50B | google",
        "metric:capex value:>180B | google",
        "metric:capex value:>=185B | google",
        "metric:capex value:>185B | ''",
        "metric:capex value:<175B | amazon",
        "value:~$43B | amazon",
        "value:~$44B | ''",
        "value:43.2B | amazon",
        "value:>43.2B value:<43.3B | ''",
        "value:30B..50B | amazon",
        "value:>50% | amazon",
        "value:>90B unit:EUR | ''",
        "value:>NT$1B | ''",
        "value:>50B bound:max | micron",
        "change:>50% | amazon",
        "change:>10% direction:down | aws",
        "metric:capex change:>10% | amazon",
        "metric:revenue change:>10% | ''",
        "metric:capex -status:guidance | amazon",
        "-metric:capex | aws micron",
        "(metric:capex) (metric:revenue) | amazon",
        "(metric:capex OR metric:investment) value:>90B | google micron",
        "metric:capex period:2026 | amazon google",
        "metric:capex period:2026Q1 | amazon",
        "metric:capex period:2026H1 | amazon",
        "subject:amazon+ direction:down | aws",
        "kind:pricing | aws",
        "kind:pricing direction:up | ''",
        "kind:investment | micron",
        "kind:commitment | micron",
        "obligor:micron amount:>$50B | micron",
        "obligor:micron amount:>$500B | ''",
        "obligor:micron term:\"5 years\" status:announced | micron",
        "subject:micron -kind:pricing | micron",
        "'& OR price' | aws",
        "& | ''"
      })
  void aQueryFindsWhatItSays(String text, String ids) throws Exception {
    indexSamples();
    if (ids.equals("error")) {
      assertThatThrownBy(() -> QueryLanguage.parse(text, NAMES))
          .hasMessageContaining("whole words");
      return;
    }

    SearchAnswer answer = index.search(request(text));

    assertThat(ids(answer))
        .containsExactlyInAnyOrder(ids.isEmpty() ? new String[0] : ids.split(" "));
    assertThat(answer.total()).isEqualTo(answer.results().size());
    assertThat(index.search(SearchRequest.of(parse(text), 0)).total()).isEqualTo(answer.total());
  }

  @Test
  void wordsInTheTitleCountMoreAndNewsIsAheadOfOldNews() throws Exception {
    put(
        article("old")
            .title("Nothing")
            .says("HBM prices rose.")
            .published("2020-01-01T00:00:00Z")
            .build(),
        article("new")
            .title("Nothing")
            .says("HBM prices rose.")
            .published("2026-05-09T00:00:00Z")
            .build(),
        article("title")
            .title("HBM")
            .says("HBM prices rose.")
            .published("2020-01-01T00:00:00Z")
            .build());

    assertThat(ids(index.search(request("hbm")))).containsExactly("title", "new", "old");
  }

  @Test
  void otherOrders() throws Exception {
    indexSamples();

    assertThat(ids(index.search(request("*").orderedBy(SearchOrder.DATE))))
        .containsExactly("amazon", "aws", "micron", "google");
    assertThat(ids(index.search(request("*").orderedBy(SearchOrder.VALUE))))
        .containsExactly("google", "amazon", "micron", "aws");
    assertThat(
            ids(
                index.search(
                    request("metric:capex OR metric:investment").orderedBy(SearchOrder.VALUE))))
        .containsExactly("google", "micron", "amazon");
  }

  @Test
  void aHitShowsSentencesWithTheWordsMarked() throws Exception {
    put(
        article("a")
            .title("Micron and prices")
            .says("Nothing here. Micron Technology Inc. raised DRAM prices. Micron fell.")
            .paragraph("Prices of DRAM made by Micron rose.")
            .build());

    Hit hit = index.search(request("micron \"dram prices\"")).results().get(0);

    assertThat(marked(hit.title(), hit.titleHighlights())).containsExactly("Micron");
    assertThat(hit.sentences())
        .extracting(Excerpt::text)
        .containsExactly(
            "Micron Technology Inc. raised DRAM prices.",
            "Micron fell.",
            "Prices of DRAM made by Micron rose.");
    assertThat(marked(hit.sentences().get(0).text(), hit.sentences().get(0).highlights()))
        .containsExactly("Micron", "DRAM prices");
  }

  @Test
  void aNameAskedForIsMarkedWhereItIsMentioned() throws Exception {
    indexSamples();

    Hit hit = index.search(request("company:amazon")).results().get(0);

    assertThat(hit.sentences()).hasSize(1);
    assertThat(marked(hit.sentences().get(0).text(), hit.sentences().get(0).highlights()))
        .containsExactly("Amazon.com Inc.");
  }

  @Test
  void aHitShowsTheFactsThatMatchedWithTheirSentences() throws Exception {
    indexSamples();

    Hit figures =
        index.search(request("metric:capex value:>40B")).results().stream()
            .filter(hit -> hit.articleId().equals("amazon"))
            .findFirst()
            .orElseThrow();
    Hit commitment = index.search(request("obligor:micron kind:investment")).results().get(0);

    assertThat(figures.figures())
        .extracting(found -> found.fact().text())
        .containsExactly("$43.2 billion");
    assertThat(figures.figures().get(0).sentence())
        .isEqualTo("Amazon.com Inc. had capital expenditures of $43.2 billion, up 78%.");
    assertThat(figures.figures().get(0).index()).isZero();
    assertThat(marked(figures.sentences().get(0).text(), figures.sentences().get(0).highlights()))
        .containsExactly("$43.2 billion");
    assertThat(figures.signals()).isEmpty();
    assertThat(commitment.commitments()).hasSize(1);
    assertThat(commitment.sentences().get(0).text())
        .isEqualTo("Micron will invest $100 billion in New York over 20 years.");
  }

  @Test
  void aHitOfWordsShowsTheFactsOfItsSentences() throws Exception {
    indexSamples();

    Hit hit = index.search(request("capital expenditures")).results().get(0);

    assertThat(hit.figures())
        .extracting(Found::fact)
        .extracting(Figure::text)
        .containsExactly("$43.2 billion", "78%");
    assertThat(hit.signals()).hasSize(1);
  }

  @Test
  void copiesAreFoldedUnderTheEarliestThatMatches() throws Exception {
    String story = longStory(1);
    put(
        article("copy2")
            .says(story + " Fix.")
            .publisher("B")
            .published("2026-05-03T00:00:00Z")
            .build(),
        article("first").says(story).publisher("A").published("2026-05-01T00:00:00Z").build(),
        article("copy1").says(story).publisher("C").published("2026-05-02T00:00:00Z").build(),
        article("other").says(longStory(2)).published("2026-05-02T00:00:00Z").build());

    SearchAnswer folded = index.search(request("*").orderedBy(SearchOrder.DATE));
    SearchAnswer flat = index.search(request("*").orderedBy(SearchOrder.DATE).folding(false));
    SearchAnswer later = index.search(request("after:2026-05-02").orderedBy(SearchOrder.DATE));

    assertThat(ids(folded)).containsExactly("other", "first");
    assertThat(folded.total()).isEqualTo(4);
    assertThat(folded.results().get(1).copies())
        .extracting(Copy::articleId)
        .containsExactly("copy1", "copy2");
    assertThat(folded.results().get(1).copies())
        .extracting(Copy::publisher)
        .containsExactly("C", "B");
    assertThat(ids(flat)).containsExactly("copy2", "copy1", "other", "first");
    assertThat(ids(later)).containsExactly("copy1", "other");
    assertThat(later.results().get(0).copies())
        .extracting(Copy::articleId)
        .containsExactly("copy2");
  }

  @ParameterizedTest
  @CsvSource({"RELEVANCE,*", "DATE,*", "VALUE,*", "RELEVANCE,chip", "VALUE,chip"})
  void pagesAreStableWhileArticlesArrive(SearchOrder order, String text) throws Exception {
    for (int i = 0; i < 25; i++) {
      put(numbered(i));
    }
    SearchRequest request = SearchRequest.of(parse(text), 7).orderedBy(order);
    List<String> whole = ids(index.search(SearchRequest.of(parse(text), 100).orderedBy(order)));

    List<String> paged = new ArrayList<>();
    SearchAnswer answer = index.search(request);
    while (true) {
      paged.addAll(ids(answer));
      assertThat(answer.total()).isEqualTo(25);
      if (answer.cursor() == null) {
        break;
      }
      put(numbered(100 + paged.size()));
      index.snapshot();
      answer = index.search(request.after(answer.cursor()));
    }

    assertThat(paged).isEqualTo(whole).hasSize(25);
  }

  @Test
  void aCursorOutlivesTheIndexThatGaveIt() throws Exception {
    for (int i = 0; i < 10; i++) {
      put(numbered(i));
    }
    SearchRequest request = SearchRequest.of(parse("*"), 6).orderedBy(SearchOrder.DATE);
    SearchAnswer first = index.search(request);

    try (ArticleIndex other = ArticleIndex.open(new IndexFolder(root), CLOCK)) {
      assertThat(ids(other.search(request.after(first.cursor()))))
          .containsExactly("n3", "n2", "n1", "n0");
    }
  }

  @Test
  void badCursorsAreRefused() throws Exception {
    indexSamples();
    String cursor = index.search(SearchRequest.of(parse("*"), 1)).cursor();

    assertRefused(
        request("*").after("rubbish"),
        "cursor \"rubbish\": expected the cursor of an answer, as it was given");
    assertRefused(
        request("*").after(cursor.substring(2)),
        "cursor \""
            + cursor.substring(2, 22)
            + "…\": expected the cursor of an answer, as it was given");
    assertRefused(
        request("*").after(""), "cursor \"\": expected the cursor of an answer, as it was given");
    assertRefused(
        request("price").after(cursor),
        "cursor: found one of another query, expected one of this query and order");
    assertRefused(
        request("*").orderedBy(SearchOrder.DATE).after(cursor),
        "cursor: found one of another query, expected one of this query and order");
  }

  @Test
  void aQueryThatTakesTooLongIsRefused() throws Exception {
    indexSamples();

    assertRefused(request("price").within(Duration.ZERO), "query \"price\": took longer than 0 ms");
  }

  @Test
  void answersSayHowOldTheyAre() throws Exception {
    put(numbered(1));
    SearchAnswer first = index.search(request("*"));
    put(numbered(2));
    SearchAnswer second = index.search(request("*"));

    assertThat(first.snapshot().ageSeconds()).isEqualTo(90);
    assertThat(second.snapshot().generation()).isEqualTo(first.snapshot().generation() + 1);
    assertThat(second.total()).isEqualTo(2);
  }

  @Test
  void anArticleIsReadBackWhole() throws Exception {
    Extraction article = numbered(1);
    put(article);

    assertThat(index.get("n1")).contains(article);
    assertThat(index.get("n2")).isEmpty();
  }

  @Test
  void theAnswerAsJson() throws Exception {
    indexSamples();
    SearchAnswer answer = index.search(request("metric:capex value:>40B company:amazon"));

    JsonNode json =
        ExtractionJson.mapper().readTree(ExtractionJson.mapper().writeValueAsString(answer));

    assertThat(json.fieldNames()).toIterable().containsExactly("total", "snapshot", "results");
    assertThat(json.at("/snapshot/ageSeconds").doubleValue()).isEqualTo(90);
    assertThat(json.at("/results/0/publishedAt").textValue()).isEqualTo("2026-04-30T20:00:00Z");
    assertThat(json.at("/results/0/figures/0/low").decimalValue()).isEqualByComparingTo("43.2e9");
    assertThat(json.at("/results/0/figures/0/sentence").textValue())
        .startsWith("Amazon.com Inc. had");
    assertThat(json.at("/results/0/sentences/0/highlights/0/start").intValue()).isZero();
  }

  @Test
  void facetsCountWhatTheQueryFinds() throws Exception {
    indexSamples();

    FacetAnswer all = index.facets(parse("*"), 10, null, Duration.ofSeconds(5));
    FacetAnswer capex =
        index.facets(parse("metric:capex"), 1, Interval.YEAR, Duration.ofSeconds(5));

    assertThat(all.total()).isEqualTo(4);
    assertThat(all.facets())
        .containsOnlyKeys(
            "company",
            "organization",
            "person",
            "product",
            "place",
            "kind",
            "metric",
            "publisher",
            "month",
            "language");
    assertThat(all.facets().get("metric"))
        .contains(new FacetAnswer.Count("capex", 2), new FacetAnswer.Count("price", 1));
    assertThat(all.facets().get("publisher"))
        .containsExactly(
            new FacetAnswer.Count("The Fab Gazette", 3), new FacetAnswer.Count("Cloud Weekly", 1));
    assertThat(all.facets().get("person")).isEmpty();
    assertThat(all.interval()).isEqualTo(Interval.WEEK);
    assertThat(all.histogram()).hasSize(14);
    assertThat(all.histogram().get(0))
        .isEqualTo(new FacetAnswer.Bar(LocalDate.parse("2026-01-26"), 1));
    assertThat(all.undated()).isEqualTo(1);
    assertThat(capex.facets().get("metric")).containsExactly(new FacetAnswer.Count("capex", 2));
    assertThat(capex.histogram())
        .containsExactly(new FacetAnswer.Bar(LocalDate.parse("2026-01-01"), 1));
  }

  @Test
  void anEmptyIndexAnswersWithNothing() throws Exception {
    assertThat(index.search(request("*")).total()).isZero();
    assertThat(index.facets(parse("*"), 10, null, Duration.ofSeconds(5)).histogram()).isEmpty();
    assertThat(
            index.search(request("metric:capex value:>1").orderedBy(SearchOrder.VALUE)).results())
        .isEmpty();
    assertThat(index.suggest("company:am", 5)).isEmpty();
    try (Export export = index.export(parse("*"))) {
      assertThat(export).isExhausted();
    }
  }

  @Test
  void anExportHoldsEveryArticleWithItsMatchingFacts() throws Exception {
    indexSamples();
    put(numbered(1));
    writer.delete("n1");
    writer.commit();

    try (Export all = index.export(parse("*"));
        Export capex = index.export(parse("metric:capex value:<100B"))) {
      put(numbered(2));
      assertThat(all)
          .toIterable()
          .extracting(exported -> exported.extraction().article().id())
          .containsExactly("amazon", "aws", "micron", "google");
      Exported only = capex.next();
      assertThat(only.figures()).containsExactly(0, 1);
      assertThat(only.signals()).isEmpty();
      assertThat(capex).isExhausted();
      assertThatThrownBy(capex::next).hasMessage("the export is at its end");
    }
  }

  @Test
  void whatIsTypedIsGoneOnWith() throws Exception {
    indexSamples();

    assertThat(index.suggest("micron metric:ca", 3))
        .extracting(Suggestion::query)
        .containsExactly(
            "micron metric:capex", "micron metric:cash_flow", "micron metric:capacity");
    assertThat(index.suggest("-(ama", 3))
        .containsExactly(new Suggestion("-(company:amazon", "amazon", 1));
    assertThat(index.suggest("publisher:cl", 3))
        .containsExactly(new Suggestion("publisher:\"cloud weekly\"", "cloud weekly", 1));
    assertThat(index.suggest("unit:us", 3))
        .extracting(Suggestion::query)
        .containsExactly("unit:USD");
    assertThat(index.suggest("obl", 3)).extracting(Suggestion::query).containsExactly("obligor:");
    assertThat(index.suggest("a -place:new-y", 3))
        .containsExactly(new Suggestion("a -place:new-york", "new-york", 1));
    assertThat(index.suggest("micron ", 3)).isEmpty();
    assertThat(index.suggest("nofield:x", 3)).isEmpty();
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> SearchRequest.of(parse("*"), 1_001))
        .hasMessage("limit 1001: expected 0 to 1000 (export has no limit)");
  }

  private void assertRefused(SearchRequest request, String message) {
    assertThatThrownBy(() -> index.search(request))
        .isInstanceOf(SearchRefusedException.class)
        .hasMessage(message);
  }

  private static Extraction numbered(int number) {
    return article("n" + number)
        .says("A chip cost $" + (number % 5) + ".")
        .figure("$" + (number % 5), "USD", "" + (number % 5), Metric.PRICE, null)
        .published(Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(number)).toString())
        .build();
  }

  private static String longStory(int seed) {
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      story.append("word").append((i * 37 + seed * 1_001) % 997).append(' ');
    }
    return story.append("end.").toString();
  }

  private void put(Extraction... articles) throws IOException {
    for (Extraction article : articles) {
      writer.put(article);
    }
    writer.commit();
  }

  private static List<String> marked(String text, List<io.chipwire.fact.Span> spans) {
    return spans.stream().map(span -> span.of(text)).toList();
  }

  private static List<String> ids(SearchAnswer answer) {
    return answer.results().stream().map(Hit::articleId).toList();
  }

  private static SearchRequest request(String text) {
    return SearchRequest.of(parse(text), 20);
  }

  private static Query parse(String text) {
    try {
      return QueryLanguage.parse(text, NAMES);
    } catch (io.chipwire.query.QuerySyntaxException e) {
      throw new AssertionError(text, e);
    }
  }
}
