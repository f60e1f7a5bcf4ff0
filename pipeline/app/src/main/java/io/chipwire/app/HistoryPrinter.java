package io.chipwire.app;

import io.chipwire.app.text.FactText;
import io.chipwire.app.text.Printable;
import io.chipwire.fact.Amount;
import io.chipwire.fact.AmountText;
import io.chipwire.fact.Bound;
import io.chipwire.history.Conflicts;
import io.chipwire.history.Ledger;
import io.chipwire.history.Relation;
import io.chipwire.history.Series;
import io.chipwire.history.Source;
import io.chipwire.history.StatedValue;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints what many articles say together, for eyes: values in columns, below each a sentence. */
final class HistoryPrinter {

  private static final int SENTENCE = 400;

  private final PrintWriter out;
  private final Style style;
  private final FactText names = FactText.ofLexicon();

  HistoryPrinter(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  void print(List<Series> all) {
    if (all.isEmpty()) {
      out.println("No figure matches.");
    }
    for (Series series : all) {
      out.println(style.bold(names.about(series)));
      for (Series.Point point : series.points()) {
        for (StatedValue value : point.values()) {
          String mark = value.equals(point.best()) ? "*" : " ";
          out.printf(
              "  %s %-9s %-24s %-12s %s%n",
              mark,
              point.period(),
              style.figure(amount(point.unit(), point.per(), value)),
              words(value.status().label()),
              style.dim(origins(value.origins(), value.sources())));
          sentence(value.sources());
        }
      }
      out.println();
    }
  }

  void print(Ledger ledger) {
    if (ledger.entries().isEmpty()) {
      out.println("No commitment matches.");
    }
    for (Ledger.Entry entry : ledger.entries()) {
      String parties = names.names(entry.obligors());
      String counterparty = names.name(entry.counterparty());
      out.println(
          style.bold(counterparty.isEmpty() ? parties : parties + " → " + counterparty)
              + "  "
              + joined(
                  entry.amount() == null ? null : style.figure(AmountText.of(entry.amount())),
                  words(entry.kind().label()),
                  FactText.object(entry.object()),
                  entry.term(),
                  words(entry.status().label())));
      out.println("    " + style.dim(origins(entry.origins(), entry.sources())));
      if (entry.revisions().size() > 1) {
        out.println(
            "    "
                + entry.revisions().stream()
                    .map(this::revision)
                    .collect(Collectors.joining(" → ")));
      }
      sentence(entry.sources());
    }
    Map<String, BigDecimal> totals = new TreeMap<>(ledger.totals());
    totals.forEach(
        (unit, total) ->
            out.println("Total " + AmountText.of(new Amount(unit, total, total, Bound.EXACT))));
  }

  private String revision(Ledger.Revision revision) {
    return joined(
        revision.amount() == null ? "no amount" : AmountText.of(revision.amount()),
        words(revision.status().label()),
        day(revision.source()));
  }

  void print(Conflicts conflicts) {
    List<Conflicts.Comparison> differing =
        conflicts.comparisons().stream().filter(c -> c.relation() != Relation.AGREES).toList();
    List<Conflicts.Check> misfits = conflicts.checks().stream().filter(c -> !c.fits()).toList();
    if (differing.isEmpty() && misfits.isEmpty()) {
      out.println("Nothing disagrees.");
    }
    for (Conflicts.Comparison comparison : differing) {
      Conflicts.Fact fact = comparison.fact();
      out.println(style.bold(words(comparison.relation().label())) + "  " + fact(fact));
      value(fact, comparison.first());
      value(fact, comparison.second());
    }
    for (Conflicts.Check check : misfits) {
      Conflicts.Fact fact = check.fact();
      out.println(style.bold("does not fit") + "  " + fact(fact));
      out.println(
          "    implied "
              + AmountText.of(
                  new Amount(fact.unit(), check.impliedLow(), check.impliedHigh(), Bound.RANGE)));
      value(fact, check.known());
      sentence(check.change().sources());
    }
  }

  private String fact(Conflicts.Fact fact) {
    return joined(
        words(fact.metric()),
        names.name(fact.subject()),
        names.name(fact.product()),
        fact.period());
  }

  private void value(Conflicts.Fact fact, StatedValue value) {
    out.println(
        "    "
            + style.figure(amount(fact.unit(), fact.per(), value))
            + "  "
            + style.dim(
                joined(words(value.status().label()), origins(value.origins(), value.sources()))));
    sentence(value.sources());
  }

  private static String amount(String unit, @Nullable String per, StatedValue value) {
    String amount = AmountText.of(new Amount(unit, value.low(), value.high(), value.bound()));
    return per == null ? amount : amount + " per " + per;
  }

  private static String origins(int origins, List<Source> sources) {
    String who =
        sources.stream()
            .map(source -> joined(source.publisher(), day(source)))
            .distinct()
            .limit(3)
            .collect(Collectors.joining("; "));
    return origins + (origins == 1 ? " origin: " : " origins: ") + who;
  }

  private void sentence(List<Source> sources) {
    if (!sources.isEmpty()) {
      out.println(
          "      " + Printable.shorten(Printable.line(sources.get(0).sentence()), SENTENCE));
    }
  }

  private static @Nullable String day(Source source) {
    return source.seen() == null ? null : source.seen().toString().substring(0, 10);
  }

  private static String words(String label) {
    return label.replace('_', ' ');
  }

  private static String joined(@Nullable String... parts) {
    return Printable.line(
        Stream.of(parts)
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" · ")));
  }
}
