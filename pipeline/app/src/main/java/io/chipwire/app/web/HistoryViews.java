package io.chipwire.app.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.app.text.FactText;
import io.chipwire.app.web.HistoryView.ChartView;
import io.chipwire.app.web.HistoryView.DisagreementView;
import io.chipwire.app.web.HistoryView.EntryView;
import io.chipwire.app.web.HistoryView.SeriesView;
import io.chipwire.app.web.HistoryView.SourceView;
import io.chipwire.app.web.HistoryView.ValueView;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Amount;
import io.chipwire.fact.AmountText;
import io.chipwire.fact.Bound;
import io.chipwire.history.Conflicts;
import io.chipwire.history.Ledger;
import io.chipwire.history.Relation;
import io.chipwire.history.Series;
import io.chipwire.history.Source;
import io.chipwire.history.StatedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what many articles say together into what its pages show. */
final class HistoryViews {

  private static final FactText NAMES = FactText.ofLexicon();

  private HistoryViews() {}

  /** A series with its charts: one for each unit, calendar and length of period. */
  static SeriesView series(Series series) {
    Map<List<Object>, List<Series.Point>> axes = new LinkedHashMap<>();
    List<ValueView> values = new ArrayList<>();
    for (Series.Point point : series.points()) {
      axes.computeIfAbsent(
              List.of(
                  point.unit(),
                  Objects.requireNonNullElse(point.per(), ""),
                  point.fiscal(),
                  point.length()),
              key -> new ArrayList<>())
          .add(point);
      for (StatedValue value : point.values()) {
        values.add(
            value(point.period(), point.unit(), point.per(), value, value.equals(point.best())));
      }
    }
    String name = NAMES.about(series);
    return new SeriesView(
        name,
        axes.values().stream()
            .filter(points -> points.size() > 1)
            .map(points -> chart(name, points))
            .toList(),
        values);
  }

  static EntryView entry(Ledger.Entry entry) {
    return new EntryView(
        NAMES.names(entry.obligors()),
        NAMES.name(entry.counterparty()),
        FactText.words(entry.kind().label()),
        entry.amount() == null ? "" : AmountText.of(entry.amount()),
        FactText.object(entry.object()),
        entry.term() == null ? "" : entry.term(),
        FactText.words(entry.status().label()),
        origins(entry.origins()),
        entry.revisions().size() < 2
            ? ""
            : entry.revisions().stream()
                .map(HistoryViews::revision)
                .collect(Collectors.joining(" → ")),
        source(entry.sources().getFirst()));
  }

  static List<String> totals(Ledger ledger) {
    List<String> totals = new ArrayList<>();
    new TreeMap<>(ledger.totals())
        .forEach(
            (unit, total) ->
                totals.add(AmountText.of(new Amount(unit, total, total, Bound.EXACT))));
    return totals;
  }

  /** What does not go together; what agrees is no news. */
  static List<DisagreementView> disagreements(Conflicts conflicts) {
    List<DisagreementView> views = new ArrayList<>();
    for (Conflicts.Comparison comparison : conflicts.comparisons()) {
      if (comparison.relation() != Relation.AGREES) {
        views.add(
            new DisagreementView(
                FactText.words(comparison.relation().label()),
                fact(comparison.fact()),
                "",
                List.of(
                    value(comparison.fact(), comparison.first()),
                    value(comparison.fact(), comparison.second()))));
      }
    }
    for (Conflicts.Check check : conflicts.checks()) {
      if (!check.fits()) {
        Amount implied =
            new Amount(check.fact().unit(), check.impliedLow(), check.impliedHigh(), Bound.RANGE);
        views.add(
            new DisagreementView(
                "does not fit",
                fact(check.fact()),
                AmountText.of(implied) + " follows from the change stated later",
                List.of(value(check.fact(), check.known()), changeValue(check.change()))));
      }
    }
    return views;
  }

  private static ChartView chart(String name, List<Series.Point> points) {
    List<Map<String, Object>> drawn = new ArrayList<>();
    for (Series.Point point : points) {
      StatedValue best = point.best();
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("period", point.period());
      one.put("value", middle(best));
      one.put("text", amount(point.unit(), point.per(), best));
      one.put("status", best.status().label());
      one.put("sentence", best.sources().getFirst().sentence());
      drawn.add(one);
    }
    try {
      Series.Point first = points.getFirst();
      return new ChartView(
          "%s, %s to %s".formatted(name, first.period(), points.getLast().period()),
          first.per() == null ? first.unit() : first.unit() + " per " + first.per(),
          ExtractionJson.mapper().writeValueAsString(drawn));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("points of " + name, e);
    }
  }

  private static @Nullable BigDecimal middle(StatedValue value) {
    if (value.low() == null || value.high() == null) {
      return value.low() == null ? value.high() : value.low();
    }
    return value.low().add(value.high()).divide(BigDecimal.TWO);
  }

  private static ValueView value(
      String period, String unit, @Nullable String per, StatedValue value, boolean best) {
    return new ValueView(
        period,
        amount(unit, per, value),
        best,
        FactText.words(value.status().label()),
        origins(value.origins()),
        source(value.sources().getFirst()));
  }

  private static ValueView value(Conflicts.Fact fact, StatedValue value) {
    return value(fact.period(), fact.unit(), fact.per(), value, false);
  }

  private static ValueView changeValue(StatedValue change) {
    return value("", "%", null, change, false);
  }

  private static SourceView source(Source source) {
    return new SourceView(
        source.sentence(),
        "/article?id=" + Frame.encoded(source.articleId()),
        joined(source.publisher(), day(source)));
  }

  private static String revision(Ledger.Revision revision) {
    return joined(
        revision.amount() == null ? "no amount" : AmountText.of(revision.amount()),
        FactText.words(revision.status().label()),
        day(revision.source()));
  }

  private static String fact(Conflicts.Fact fact) {
    return joined(
        FactText.words(fact.metric()),
        NAMES.name(fact.subject()),
        NAMES.name(fact.product()),
        fact.period());
  }

  private static String amount(String unit, @Nullable String per, StatedValue value) {
    String amount = AmountText.of(new Amount(unit, value.low(), value.high(), value.bound()));
    return per == null ? amount : amount + " per " + per;
  }

  private static String origins(int origins) {
    return origins + (origins == 1 ? " outlet" : " outlets");
  }

  private static @Nullable String day(Source source) {
    return source.seen() == null ? null : source.seen().toString().substring(0, 10);
  }

  private static String joined(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
