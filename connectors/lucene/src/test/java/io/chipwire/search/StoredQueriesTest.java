package io.chipwire.search;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Bound;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.Direction;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.query.FactKind;
import io.chipwire.query.NameResolver;
import io.chipwire.query.Query;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.signal.SignalKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredQueriesTest {

  private static final List<String> COMPANIES = List.of("amazon", "micron", "nvidia", "tsmc");
  private static final List<Metric> METRICS =
      List.of(Metric.CAPEX, Metric.REVENUE, Metric.PRICE, Metric.MARKET_SHARE);
  private static final List<String> UNITS = List.of("USD", "%", "TWD", "W");

  @TempDir private Path folder;

  private static Query query(String text) throws QuerySyntaxException {
    return QueryLanguage.parse(text, NameResolver.NONE);
  }

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static BigDecimal value(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(9)).movePointRight(random.nextInt(12) - 1);
  }

  private static Extraction randomArticle(Random random, int number) {
    Articles article =
        article("a" + number)
            .title(any(random, List.of("Chips sell", "A price war", "Memory prices", "Amazon")))
            .publisher(any(random, List.of("The Fab Gazette", "Cloud Weekly")))
            .published(
                random.nextInt(5) == 0 ? null : "2026-0%d-15T00:00:00Z".formatted(1 + number % 6));
    for (int sentence = random.nextInt(4); sentence >= 0; sentence--) {
      String company = any(random, COMPANIES);
      article.says(company + " said its sum was this number in the war of prices.");
      if (random.nextBoolean()) {
        article.company(company, company);
      }
      if (random.nextInt(4) > 0) {
        BigDecimal low = value(random);
        boolean range = random.nextInt(3) == 0;
        BigDecimal high = range ? low.multiply(BigDecimal.valueOf(3)) : low;
        article.figure(
            "this number",
            any(random, UNITS),
            low,
            high,
            range ? Bound.RANGE : Bound.EXACT,
            any(random, METRICS),
            random.nextInt(4) == 0 ? null : company,
            any(random, List.of("2026Q1", "2026", "2025-12")),
            random.nextInt(3) == 0
                ? new io.chipwire.fact.Change(
                    any(random, List.of(Direction.values())), io.chipwire.fact.Basis.YOY)
                : null,
            any(random, List.of(FigureStatus.values())));
      }
      if (random.nextInt(4) == 0) {
        article.commitment(
            any(random, List.of(CommitmentKind.values())),
            company,
            random.nextBoolean() ? any(random, COMPANIES) : null,
            value(random).toPlainString());
      }
      if (random.nextInt(3) == 0) {
        article.signal(
            any(random, List.of(SignalKind.values())), company, any(random, directions()));
      }
    }
    return article.build();
  }

  private static List<@Nullable Direction> directions() {
    List<@Nullable Direction> directions = new ArrayList<>(List.of(Direction.values()));
    directions.add(null);
    return directions;
  }

  private static String randomCondition(Random random) {
    String amount =
        any(random, List.of(">", "<", ">=", "<=", "~", ""))
            + value(random).toPlainString()
            + any(random, List.of("", "%", "W"));
    return switch (random.nextInt(14)) {
      case 0 -> any(random, COMPANIES);
      case 1 -> any(random, List.of("price", "war", "\"price war\"", "memory", "nothing"));
      case 2 -> "company:" + any(random, COMPANIES);
      case 3 -> "metric:" + any(random, METRICS).label();
      case 4, 5 -> "value:" + amount;
      case 6 -> "value:1.." + value(random).add(BigDecimal.ONE).toPlainString();
      case 7 -> "subject:" + any(random, COMPANIES);
      case 8 -> "kind:" + any(random, List.of(SignalKind.values())).label();
      case 9 -> "direction:" + any(random, List.of("up", "down"));
      case 10 -> "period:" + any(random, List.of("2026", "2026Q1", "2025Q4"));
      case 11 -> any(random, List.of("after:", "before:")) + "2026-03-01";
      case 12 -> "amount:" + amount;
      default ->
          any(
              random,
              List.of(
                  "obligor:micron",
                  "publisher:\"cloud weekly\"",
                  "unit:usd",
                  "change:>2",
                  "lang:en"));
    };
  }

  private static String randomQuery(Random random, int depth) {
    StringBuilder text = new StringBuilder();
    for (int item = random.nextInt(3); item >= 0; item--) {
      text.append(text.isEmpty() ? "" : random.nextInt(4) == 0 ? " OR " : " ")
          .append(random.nextInt(5) == 0 ? "-" : "")
          .append(
              depth > 0 && random.nextInt(4) == 0
                  ? "(" + randomQuery(random, depth - 1) + ")"
                  : randomCondition(random));
    }
    return text.toString();
  }

  @Test
  void agreesWithTheSearchOnEveryArticleAndEveryQuery() throws Exception {
    Random random = new Random(20260501);
    Map<String, Query> queries = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      queries.put("q" + i, query(i == 0 ? "*" : randomQuery(random, 2)));
    }
    List<Extraction> articles = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      articles.add(randomArticle(random, i));
    }

    Map<String, Set<String>> stored = new TreeMap<>();
    try (StoredQueries set = new StoredQueries()) {
      set.put(queries);
      for (Extraction article : articles) {
        StoredMatches found = set.match(article);
        assertThat(found.failures()).isEmpty();
        for (StoredMatch match : found.matches()) {
          stored
              .computeIfAbsent(match.id(), key -> new TreeSet<>())
              .add(article.article().id() + figures(match.hit(), queries.get(match.id())));
        }
      }
    }

    assertThat(stored).isEqualTo(searched(articles, queries));
    assertThat(stored).hasSizeGreaterThan(queries.size() / 3);
  }

  private static String figures(Hit hit, @Nullable Query query) {
    return " " + (asksForFigures(query) ? hit.figures().stream().map(Found::index).toList() : "");
  }

  private static boolean asksForFigures(@Nullable Query query) {
    if (query == null) {
      return false;
    }
    return switch (query) {
      case Query.Fact fact -> fact.kinds().contains(FactKind.FIGURE);
      case Query.And and -> and.clauses().stream().anyMatch(StoredQueriesTest::asksForFigures);
      case Query.Or or -> or.clauses().stream().anyMatch(StoredQueriesTest::asksForFigures);
      default -> false;
    };
  }

  private Map<String, Set<String>> searched(List<Extraction> articles, Map<String, Query> queries)
      throws IOException {
    IndexFolder index = new IndexFolder(folder);
    Map<String, Set<String>> found = new TreeMap<>();
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(index, Clock.systemUTC())) {
      for (Extraction article : articles) {
        writer.put(article);
      }
      writer.commit();
    }
    Clock clock = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
    try (ArticleIndex open = ArticleIndex.open(index, clock)) {
      for (Map.Entry<String, Query> entry : queries.entrySet()) {
        try (Export export = open.export(entry.getValue())) {
          while (export.hasNext()) {
            Exported exported = export.next();
            found
                .computeIfAbsent(entry.getKey(), key -> new TreeSet<>())
                .add(
                    exported.extraction().article().id()
                        + " "
                        + (asksForFigures(entry.getValue()) ? exported.figures() : ""));
          }
        }
      }
    }
    return found;
  }

  @Test
  void runsFewOfManyQueriesEvenIfTheyAreNothingButThresholds() throws Exception {
    Map<String, Query> queries = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      queries.put("word" + i, query("somebody" + i));
      queries.put("range" + i, query("value:>" + (1 + i) + "0W"));
      queries.put("name" + i, query("company:firm" + i + " metric:capex value:>40B"));
    }
    Extraction article =
        article("a")
            .says("Amazon spent $43.2 billion.")
            .company("amazon", "Amazon")
            .figure("$43.2 billion", "USD", "43.2e9", Metric.CAPEX, "amazon")
            .build();
    try (StoredQueries set = new StoredQueries()) {
      set.put(queries);
      set.put(Map.of("hit", query("value:>40B metric:capex")));

      StoredMatches found = set.match(article);

      assertThat(found.matches()).extracting(StoredMatch::id).containsExactly("hit");
      assertThat(found.queriesRun()).isLessThan(20);
    }
  }

  @Test
  void tellsQueriesThatLeaveNoTermFromThoseThatDo() throws Exception {
    for (String text :
        List.of("*", "-rumor", "after:2026-01-01", "micron OR -rumor", "-value:>1B")) {
      assertThat(StoredQueries.isSelective(query(text))).as(text).isFalse();
    }
    for (String text :
        List.of(
            "micron",
            "value:>1B",
            "metric:capex -rumor",
            "confidence:>0.5 unit:usd",
            "micron OR kind:pricing")) {
      assertThat(StoredQueries.isSelective(query(text))).as(text).isTrue();
    }
  }

  @Test
  void saysWhichAlternativeWasMet() throws Exception {
    try (StoredQueries set = new StoredQueries()) {
      set.put(
          Map.of(
              "q", query("(company:micron OR company:amazon) (metric:capex value:>40B) -rumor")));

      StoredMatches found =
          set.match(
              article("a")
                  .says("Amazon spent $43.2 billion.")
                  .company("amazon", "Amazon")
                  .figure("$43.2 billion", "USD", "43.2e9", Metric.CAPEX, "amazon")
                  .build());

      assertThat(found.matches()).hasSize(1);
      assertThat(
              found.matches().getFirst().met().stream()
                  .map(Query::toString)
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrder("company:amazon", "metric:capex value:>40B", "-rumor");
    }
  }

  @Test
  void forgetsWhatIsTakenOutAndReplacesWhatIsPutAgain() throws Exception {
    Extraction article = article("a").says("Micron sells memory.").build();
    try (StoredQueries set = new StoredQueries()) {
      set.put(Map.of("one", query("micron"), "two", query("memory")));
      set.remove(List.of("two", "three"));
      set.put(Map.of("one", query("amazon")));

      assertThat(set.size()).isEqualTo(1);
      assertThat(set.match(article).matches()).isEmpty();
      set.put(Map.of("one", query("micron OR amazon")));
      assertThat(set.match(article).matches()).extracting(StoredMatch::id).containsExactly("one");
    }
  }
}
