package io.chipwire.app;

import io.chipwire.alert.Alert;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.Subscription;
import io.chipwire.app.text.Printable;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.store.AlertStore;
import io.chipwire.store.FiledAlert;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chipwire watch show}: one subscription and its latest alerts. */
@Command(
    name = "show",
    description = "Shows a subscription and its latest alerts, with those held back and why.")
final class WatchShowCommand implements Callable<Integer> {

  private static final int SENTENCE = 300;

  private final Terminal terminal;

  @Mixin private StoreOption store;
  @Mixin private OwnerOption owner;

  @Parameters(paramLabel = "NAME", description = "Which subscription.")
  private String name;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "At most so many alerts (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  WatchShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (limit < 0 || limit > 1_000) {
      throw new UsageException("limit " + limit + ": expected 0 to 1000");
    }
    AlertStore open = store.open(terminal);
    Subscription subscription = StoreOption.find(open, owner.of(terminal), name);
    List<FiledAlert> alerts = open.outbox().latest(subscription.id(), limit);
    if (json) {
      Map<String, Object> object = WatchPrinter.json(subscription);
      object.put("alerts", alerts);
      terminal.out().println(ExtractionJson.mapper().writeValueAsString(object));
      return ExitCode.FINE;
    }
    PrintWriter out = terminal.out();
    out.println(WatchPrinter.line(subscription));
    out.println(
        Printable.line(
            WatchPrinter.state(subscription, Instant.now())
                + ", since "
                + subscription.createdAt()));
    if (alerts.isEmpty()) {
      out.println("no alerts yet");
    }
    Style style = new Style(terminal.colour());
    for (FiledAlert filed : alerts) {
      out.println();
      print(
          filed.alert(),
          filed.suppression() == null ? "" : "held back: " + filed.suppression().label(),
          out,
          style);
    }
    return ExitCode.FINE;
  }

  /** An alert for eyes. */
  static void print(Alert alert, String remark, PrintWriter out, Style style) {
    out.println(
        style.bold(Printable.line(alert.title() == null ? "(no title)" : alert.title()))
            + (remark.isEmpty() ? "" : "  [" + remark + "]"));
    out.println(
        style.dim(
            Printable.line(
                Stream.of(
                        alert.publisher(),
                        alert.publishedAt() == null ? null : alert.publishedAt().toString(),
                        alert.url())
                    .filter(part -> part != null)
                    .collect(Collectors.joining(" · ")))));
    out.println(Printable.shorten(alert.sentence(), SENTENCE));
    for (MatchedFact fact : alert.facts()) {
      out.println("- " + style.figure(Printable.line(fact.words())));
    }
    out.println(style.dim(Printable.line("matched: " + String.join("  ·  ", alert.predicates()))));
    if (!alert.origins().isEmpty()) {
      out.println(style.dim(Printable.line("stated by: " + String.join(", ", alert.origins()))));
    }
  }
}
