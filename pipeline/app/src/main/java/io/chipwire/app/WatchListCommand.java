package io.chipwire.app;

import io.chipwire.alert.Subscription;
import io.chipwire.app.text.RuleText;
import io.chipwire.app.text.TextTable;
import io.chipwire.extraction.ExtractionJson;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire watch list}: all subscriptions. */
@Command(name = "list", description = "Shows all subscriptions of the store.")
final class WatchListCommand implements Callable<Integer> {

  private static final int WIDTH = 120;

  private final Terminal terminal;

  @Mixin private StoreOption store;

  @Option(names = "--json", description = "Print one JSON array.")
  private boolean json;

  WatchListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Subscription> all = store.open(terminal).subscriptions().all();
    if (json) {
      terminal.out().println(ExtractionJson.mapper().writeValueAsString(WatchPrinter.json(all)));
      return ExitCode.FINE;
    }
    if (all.isEmpty()) {
      terminal.out().println("no subscriptions in " + store.location(terminal));
      return ExitCode.FINE;
    }
    TextTable table = new TextTable(WIDTH, "NAME", "OWNER", "STATE", "RULES", "TO", "QUERY");
    for (Subscription subscription : all) {
      table.add(
          subscription.name(),
          subscription.owner(),
          WatchPrinter.state(subscription, Instant.now()),
          String.join(", ", RuleText.of(subscription.rules())),
          WatchPrinter.channels(subscription),
          subscription.query());
    }
    table.lines().forEach(terminal.out()::println);
    return ExitCode.FINE;
  }
}
