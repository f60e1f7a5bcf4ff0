package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.article.TextDocument;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import java.math.BigDecimal;
import java.util.List;

/** Articles without facts, for tests of the wiring. */
final class TestArticles {

  private TestArticles() {}

  static Article article(String id, long ordinal, String text) {
    return new Article(
        id,
        id + "#" + ordinal,
        ordinal,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "en",
        text,
        List.of(),
        List.of());
  }

  static Extraction extraction(Article article) {
    return new Extraction(article, List.of(), List.of(), List.of(), List.of());
  }

  /** An article that says how much Inventia spends, and that this is news. */
  static Extraction capex(Article article, String period, long dollars) {
    BigDecimal value = BigDecimal.valueOf(dollars);
    Figure figure =
        new Figure(
            0,
            1,
            "$" + dollars,
            "USD",
            value,
            value,
            Bound.EXACT,
            null,
            Metric.CAPEX,
            "inventia",
            null,
            period,
            null,
            FigureStatus.ACTUAL,
            false,
            0.9);
    Signal signal =
        new Signal(
            0,
            1,
            SignalKind.CAPEX,
            "inventia",
            null,
            null,
            "It spends much.",
            List.of(0),
            List.of(),
            false,
            0.9);
    return new Extraction(article, List.of(), List.of(figure), List.of(), List.of(signal));
  }

  static Intake intake(String id, long ordinal, String text) {
    TextDocument document = new TextDocument(null, null, null, null, text);
    return Intake.of(new Page(id + "#" + ordinal, ordinal, id, null, null, null, null, document))
        .withBytes(100);
  }

  static Rejection rejection(RejectionReason reason, String source) {
    return new Rejection(Rejection.Stage.OPEN, reason, source, source + ": refused", "excerpt");
  }
}
