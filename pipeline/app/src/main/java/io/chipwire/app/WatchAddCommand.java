package io.chipwire.app;

import io.chipwire.alert.Delivery;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.store.AlertStore;
import io.chipwire.store.NameTakenException;
import io.chipwire.store.NewSubscription;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chipwire watch add}: stores a query. */
@Command(
    name = "add",
    description = "Stores a query; a broken one is refused.",
    footer = {
      "",
      "Examples:",
      "  chipwire watch add capex 'metric:capex value:>40B' --webhook https://hooks.example.org/in",
      "  chipwire watch add trainium 'trainium kind:pricing' --email ann@example.org \\",
      "      --delivery daily --at-most 10/day",
      "  chipwire watch add deals 'kind:deal value:>1B' --slack https://hooks.example.org/T1 \\",
      "      --min-corroboration 2"
    })
final class WatchAddCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private StoreOption store;
  @Mixin private OwnerOption owner;

  @Parameters(index = "0", paramLabel = "NAME", description = "What you call it.")
  private String name;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "QUERY",
      description = "Several words are one query; see `chipwire search --language`.")
  private List<String> words = List.of();

  @Mixin private ReceiverOptions receivers;
  @Mixin private PublicUrlOption publicUrl;

  @Option(
      names = "--delivery",
      paramLabel = "WHEN",
      defaultValue = "instant",
      description = "instant, hourly or daily (default: ${DEFAULT-VALUE}).")
  private Delivery delivery;

  @Mixin private RuleOptions rules;

  @Option(names = "--json", description = "Print the subscription as one JSON object.")
  private boolean json;

  WatchAddCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String query = String.join(" ", words);
    NewSubscription wanted = wanted(query);
    QueryText.requireStorable(query, wanted.rules());
    AlertStore open = store.open(terminal);
    Subscription added;
    try {
      added = open.subscriptions().add(wanted);
    } catch (NameTakenException e) {
      throw new UsageException(e.getMessage(), e);
    }
    List<String> secrets = WatchPrinter.webhookSecrets(wanted.channels());
    String feed = WatchPrinter.feed(open, added, publicUrl.of(terminal));
    if (json) {
      Map<String, Object> object = WatchPrinter.json(added);
      object.put("webhookSecrets", secrets);
      object.put("feed", feed);
      terminal.out().println(ExtractionJson.mapper().writeValueAsString(object));
      return ExitCode.FINE;
    }
    terminal.out().println("added " + WatchPrinter.line(added));
    WatchPrinter.secrets(secrets, feed).forEach(terminal.out()::println);
    if (wanted.channels().isEmpty()) {
      terminal
          .out()
          .println(
              "It has no --webhook, --slack or --email: `chipwire watch show` shows its alerts.");
    }
    return ExitCode.FINE;
  }

  private NewSubscription wanted(String query) {
    try {
      return new NewSubscription(
          name,
          query,
          owner.of(terminal),
          receivers.channels(),
          rules.change(Rules.USUAL, delivery));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
