package io.chipwire.app.web;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Amount;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Entity;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.fact.Span;
import io.chipwire.search.ArticleIndexWriter;
import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A few invented articles about the capital spending of two companies, as an index. */
public final class SampleIndex {

  private static final String EVIL = "<img src=x onerror=alert(1)>";

  private SampleIndex() {}

  /** Writes it into a folder. */
  public static void write(IndexFolder folder) throws IOException {
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      writer.put(capex(1, "2025", "$125 billion", "125e9", FigureStatus.ACTUAL));
      writer.put(capex(2, "2026", "$200 billion", "200e9", FigureStatus.GUIDANCE));
      writer.put(capex(3, "2026", "$210 billion", "210e9", FigureStatus.GUIDANCE));
      writer.put(commitment());
      writer.commit();
    }
  }

  private static Extraction capex(
      int number, String period, String printed, String value, FigureStatus status) {
    String text =
        "Amazon will spend %s on sites for %s in %s, it said.".formatted(printed, EVIL, period);
    int start = text.indexOf(printed);
    BigDecimal amount = new BigDecimal(value);
    return new Extraction(
        article(number, "Amazon's budget, part " + number, text),
        List.of(new Entity("amazon", EntityType.COMPANY, "Amazon", List.of(new Span(0, 6)))),
        List.of(
            new Figure(
                start,
                start + printed.length(),
                printed,
                "USD",
                amount,
                amount,
                Bound.EXACT,
                null,
                Metric.CAPEX,
                "amazon",
                null,
                period,
                null,
                status,
                false,
                0.9)),
        List.of(),
        List.of());
  }

  private static Extraction commitment() {
    String text = "Micron has agreed to invest $100 billion in a plant near the old harbour.";
    BigDecimal amount = new BigDecimal("100e9");
    return new Extraction(
        article(4, "Micron to build", text),
        List.of(new Entity("micron", EntityType.COMPANY, "Micron", List.of(new Span(0, 6)))),
        List.of(),
        List.of(
            new Commitment(
                0,
                text.length(),
                CommitmentKind.INVESTMENT,
                List.of("micron"),
                null,
                new Amount("USD", amount, amount, Bound.EXACT),
                null,
                "plant",
                CommitmentStatus.SIGNED,
                false,
                0.8)),
        List.of());
  }

  private static Article article(int number, String title, String text) {
    String url = "https://news.example/" + number;
    return new Article(
        url,
        "test",
        number,
        null,
        url,
        title,
        "A. Writer",
        "Example News",
        Instant.parse("2026-0" + number + "-15T00:00:00Z"),
        null,
        null,
        null,
        "en",
        text,
        List.of(),
        List.of());
  }
}
