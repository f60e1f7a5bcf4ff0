package io.chipwire.app;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.job.ArticleStages;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/**
 * {@code chipwire run} without its models, which take seconds to load: every article states one
 * figure, which is half the number in its id, so that two articles state the same.
 */
public final class InventedFacts {

  /** What an article costs, so that there is a middle of the work. */
  private static final int MILLIS = 40;

  private InventedFacts() {}

  /** The arguments of {@code chipwire run}. */
  public static void main(String[] args) {
    ArticleStages stages =
        new ArticleStages(ArticleStages.real().reader(), () -> InventedFacts::extraction);
    System.exit(new CommandLine(new RunCommand(Terminal.ofProcess(), stages)).execute(args));
  }

  /** The id of the article of that number. */
  static String articleId(int number) {
    return "story-" + number;
  }

  private static Extraction extraction(Article article) {
    try {
      TimeUnit.MILLISECONDS.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int number = Integer.parseInt(article.id().replace("story-", ""));
    BigDecimal billions = BigDecimal.valueOf(number / 2 + 1L).scaleByPowerOfTen(9);
    Figure capex =
        new Figure(
            0,
            1,
            "$" + billions,
            "USD",
            billions,
            billions,
            Bound.EXACT,
            null,
            Metric.CAPEX,
            "inventia",
            null,
            "2026Q1",
            null,
            FigureStatus.ACTUAL,
            false,
            0.9);
    return new Extraction(article, List.of(), List.of(capex), List.of(), List.of());
  }
}
