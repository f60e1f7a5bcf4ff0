package io.chipwire.app;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Subscription;
import io.chipwire.app.json.AlertJson;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.match.Backtest;
import io.chipwire.match.BacktestReport;
import io.chipwire.query.LexiconNames;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.ArticleIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chipwire watch backtest}: what a subscription would have told. */
@Command(
    name = "backtest",
    description =
        "Says what a subscription, or a query, would have told over an index, by its rules or others.",
    footer = {
      "",
      "Examples:",
      "  chipwire watch backtest capex --index idx",
      "  chipwire watch backtest capex --index idx --min-corroboration 2",
      "  chipwire watch backtest --index idx --query 'metric:capex value:>40B' --at-most 5/week"
    })
final class WatchBacktestCommand implements Callable<Integer> {

  private static final int WEEKS = 12;
  private static final int BAR = 40;

  private final Terminal terminal;

  @Mixin private CandidateOptions candidate;
  @Mixin private IndexOption index;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which subscription.")
  private @Nullable String name;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only over articles published since then; the same as backfill --alert-since.")
  private @Nullable LocalDate since;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  WatchBacktestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if ((name == null) != candidate.isQuery()) {
      throw new UsageException("expected either the NAME of a subscription or --query");
    }
    Subscription subscription = candidate.subscription(terminal, name);
    try (ArticleIndex open = index.open()) {
      BacktestReport report =
          new Backtest(open, LexiconNames.standard())
              .run(
                  subscription,
                  since == null ? null : since.atStartOfDay().toInstant(ZoneOffset.UTC));
      if (json) {
        terminal.out().println(ExtractionJson.mapper().writeValueAsString(AlertJson.of(report)));
      } else {
        print(report, terminal.out());
      }
      return ExitCode.FINE;
    } catch (QuerySyntaxException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private void print(BacktestReport report, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s matched, %s would have been told: %.1f a week over %s%n",
        count(report.matched(), "article"),
        count(report.told(), "alert"),
        report.alertsPerWeek(),
        count(report.weeks().size(), "week"));
    if (report.noisiestDay() != null) {
      out.printf("noisiest day: %s with %,d%n", report.noisiestDay(), report.noisiestDayAlerts());
    }
    if (!report.suppressed().isEmpty()) {
      out.println(
          "held back: "
              + new TreeMap<>(report.suppressed())
                  .entrySet().stream()
                      .map(entry -> "%s %,d".formatted(entry.getKey().label(), entry.getValue()))
                      .collect(Collectors.joining(", ")));
    }
    if (report.undated() > 0) {
      out.printf("without a date, in no week: %,d%n", report.undated());
    }
    List<BacktestReport.Week> weeks = report.weeks();
    weeks = weeks.subList(Math.max(0, weeks.size() - WEEKS), weeks.size());
    int most = weeks.stream().mapToInt(BacktestReport.Week::alerts).max().orElse(0);
    for (BacktestReport.Week week : weeks) {
      int bar = most == 0 ? 0 : Math.round((float) BAR * week.alerts() / most);
      out.printf("%s %,5d %s%n", week.monday(), week.alerts(), "█".repeat(bar));
    }
    Style style = new Style(terminal.colour());
    for (Alert example : report.examples()) {
      out.println();
      WatchShowCommand.print(example, "", out, style);
    }
  }

  private static String count(int number, String what) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? what : what + "s");
  }
}
