package io.chipwire.history;

import io.chipwire.fact.Amount;
import io.chipwire.fact.Basis;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Change;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds statements for tests. */
final class Statements {

  private Statements() {}

  static Source source(String articleId, String publisher, @Nullable String day) {
    return new Source(
        articleId,
        "https://" + publisher.replace(' ', '-') + ".example/" + articleId,
        "Title of " + articleId,
        publisher,
        day == null ? null : Instant.parse(day + "T00:00:00Z"),
        "A sentence.",
        null);
  }

  static Statement<Figure> capex(String text, String value, String period, Source source) {
    return figure(text, "USD", value, Bound.EXACT, period, null, FigureStatus.ACTUAL, source);
  }

  static Statement<Figure> rise(String text, String percent, String period, Source source) {
    return figure(
        text,
        "%",
        percent,
        Bound.EXACT,
        period,
        new Change(Direction.UP, Basis.YOY),
        FigureStatus.ACTUAL,
        source);
  }

  static Statement<Figure> figure(
      String text,
      String unit,
      String value,
      Bound bound,
      @Nullable String period,
      @Nullable Change change,
      FigureStatus status,
      Source source) {
    BigDecimal number = new BigDecimal(value);
    return new Statement<>(
        new Figure(
            0,
            text.length(),
            text,
            unit,
            bound == Bound.MAX ? null : number,
            bound == Bound.MIN ? null : number,
            bound,
            null,
            Metric.CAPEX,
            "amazon",
            null,
            period,
            change,
            status,
            false,
            0.9),
        source);
  }

  static Statement<Commitment> pledge(
      List<String> obligors,
      @Nullable String counterparty,
      @Nullable String dollars,
      @Nullable String object,
      CommitmentStatus status,
      Source source) {
    BigDecimal number = dollars == null ? null : new BigDecimal(dollars);
    return new Statement<>(
        new Commitment(
            0,
            10,
            CommitmentKind.INVESTMENT,
            obligors,
            counterparty,
            number == null ? null : new Amount("USD", number, number, Bound.EXACT),
            null,
            object,
            status,
            false,
            0.9),
        source);
  }
}
