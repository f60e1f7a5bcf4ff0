package io.chipwire.search;

import io.chipwire.fact.Bound;
import io.chipwire.fact.Direction;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.signal.SignalKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** An index of invented articles, the same each time, about what {@link TypicalQuery} asks for. */
final class InventedIndex {

  private static final int ARTICLES = 5_000;
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  private static final List<String> WORDS =
      List.of(
          "semiconductor",
          "chip",
          "supply",
          "chain",
          "export",
          "controls",
          "tariff",
          "steel",
          "plant",
          "memory",
          "wafer",
          "customer",
          "demand",
          "quarter",
          "price",
          "market",
          "policy",
          "minister",
          "committee",
          "energy",
          "school",
          "harbour",
          "budget",
          "council",
          "report",
          "agreement",
          "season",
          "growth",
          "research",
          "engineer",
          "factory",
          "border",
          "the",
          "of",
          "a",
          "to",
          "and",
          "in",
          "for",
          "with");

  private static final List<Metric> METRICS =
      List.of(Metric.INVESTMENT, Metric.SUBSIDY, Metric.REVENUE, Metric.CAPEX, Metric.OTHER);

  private InventedIndex() {}

  /** Writes it into a new temporary folder. */
  static Path write() throws IOException {
    Path folder = Files.createTempDirectory("chipwire-benchmark");
    Random random = new Random(42);
    try (ArticleIndexWriter writer =
        ArticleIndexWriter.open(new IndexFolder(folder), Clock.systemUTC())) {
      for (int i = 0; i < ARTICLES; i++) {
        writer.put(article(i, random).build());
      }
      writer.commit();
    }
    return folder;
  }

  private static Articles article(int number, Random random) {
    Articles article =
        Articles.article("https://news.example/" + number)
            .title(sentence(random, 8))
            .published(FIRST.plusSeconds(random.nextInt(900) * 86_400L).toString());
    int sentences = 10 + random.nextInt(60);
    for (int i = 0; i < sentences; i++) {
      if (random.nextInt(6) == 0) {
        int millions = 1 + random.nextInt(5_000);
        String amount = "$" + millions + " million";
        article
            .says(sentence(random, 9) + " " + amount + " " + sentence(random, 9) + ".")
            .figure(
                amount,
                "USD",
                BigDecimal.valueOf(millions * 1_000_000L),
                BigDecimal.valueOf(millions * 1_000_000L),
                Bound.EXACT,
                METRICS.get(random.nextInt(METRICS.size())),
                "micron",
                "2026",
                null,
                FigureStatus.ACTUAL);
      } else {
        article.says(sentence(random, 18) + ".");
      }
    }
    if (random.nextInt(20) == 0) {
      article
          .says("Micron agreed to it.")
          .company("micron", "Micron")
          .signal(SignalKind.COMMITMENT, "micron", Direction.UP);
    }
    return article;
  }

  private static String sentence(Random random, int words) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < words; i++) {
      sentence.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return sentence.toString();
  }
}
