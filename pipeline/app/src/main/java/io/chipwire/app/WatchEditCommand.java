package io.chipwire.app;

import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.store.AlertStore;
import io.chipwire.store.NameTakenException;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.Receivers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chipwire watch edit}: changes a subscription. */
@Command(
    name = "edit",
    description =
        "Changes what is named and leaves the rest as it is. A broken query is refused; a running"
            + " job takes the change over in seconds.",
    footer = {
      "",
      "A webhook's former secret signs beside the new one for a day, so that its receiver can",
      "change it without missing a message.",
      "",
      "Examples:",
      "  chipwire watch edit capex --query 'metric:capex value:>50B' --delivery hourly",
      "  chipwire watch edit capex --remove email:ann@example.org --slack https://hooks.example/T1",
      "  chipwire watch edit capex --new-secret --new-feed-secret"
    })
final class WatchEditCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private StoreOption store;
  @Mixin private OwnerOption owner;

  @Parameters(paramLabel = "NAME", description = "Which subscription.")
  private String name;

  @Option(names = "--name", paramLabel = "NEW", description = "What you call it from now on.")
  private @Nullable String newName;

  @Option(names = "--query", paramLabel = "QUERY", description = "What it asks for from now on.")
  private @Nullable String query;

  @Mixin private ReceiverOptions receivers;

  @Option(
      names = "--remove",
      paramLabel = "CHANNEL",
      description =
          "Send nothing there any more, not even what waits: a channel's id, URL or address, or as"
              + " `watch list` shows it.")
  private List<String> removed = List.of();

  @Option(
      names = "--enable",
      description = "Serve the channels again that were switched off, by 410 or by a reader.")
  private boolean enable;

  @Option(names = "--new-secret", description = "Make new secrets for its webhooks.")
  private boolean newSecret;

  @Option(
      names = "--new-feed-secret",
      description = "Give its feeds a new address; the former one leads nowhere any more.")
  private boolean newFeedSecret;

  @Mixin private PublicUrlOption publicUrl;

  @Option(names = "--delivery", paramLabel = "WHEN", description = "instant, hourly or daily.")
  private @Nullable Delivery delivery;

  @Mixin private RuleOptions rules;

  @Option(names = "--json", description = "Print the subscription as one JSON object.")
  private boolean json;

  WatchEditCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    AlertStore open = store.open(terminal);
    Subscription before = StoreOption.find(open, owner.of(terminal), name);
    NewSubscription wanted = wanted(before);
    if (query != null
        || wanted.rules().minimumCorroboration() != before.rules().minimumCorroboration()) {
      QueryText.requireStorable(wanted.query(), wanted.rules());
    }
    Set<String> kept = kept(before);
    Subscription after;
    try {
      after =
          open.edits()
              .apply(before.id(), wanted, kept)
              .orElseThrow(
                  () -> new UsageException("subscription \"" + name + "\": it is gone meanwhile"));
    } catch (NameTakenException e) {
      throw new UsageException(e.getMessage(), e);
    }
    List<String> secrets = new ArrayList<>(WatchPrinter.webhookSecrets(wanted.channels()));
    for (Channel channel : before.channels()) {
      if (enable && kept.contains(channel.id())) {
        open.channels().enable(channel.id());
      }
      if (newSecret && kept.contains(channel.id()) && channel.kind() == ChannelKind.WEBHOOK) {
        String secret = Receivers.webhookSecret();
        open.channels().newSecret(channel.id(), secret);
        secrets.add(secret);
      }
    }
    String feed = newFeedSecret ? WatchPrinter.feed(open, after, publicUrl.of(terminal)) : null;
    print(StoreOption.find(open, after.owner(), after.name()), secrets, feed);
    return ExitCode.FINE;
  }

  private NewSubscription wanted(Subscription before) {
    try {
      return new NewSubscription(
          newName == null ? before.name() : newName,
          query == null ? before.query() : query,
          before.owner(),
          receivers.channels(),
          rules.change(before.rules(), delivery));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private Set<String> kept(Subscription before) {
    for (String one : removed) {
      if (before.channels().stream().noneMatch(channel -> isNamed(channel, one))) {
        throw new UsageException(
            "channel \"%s\": %s has none of that id, URL or address".formatted(one, before.name()));
      }
    }
    return before.channels().stream()
        .filter(channel -> removed.stream().noneMatch(one -> isNamed(channel, one)))
        .map(Channel::id)
        .collect(Collectors.toSet());
  }

  private static boolean isNamed(Channel channel, String text) {
    return List.of(channel.id(), channel.target(), channel.shown()).contains(text);
  }

  private void print(Subscription after, List<String> secrets, @Nullable String feed)
      throws IOException {
    if (json) {
      Map<String, Object> object = WatchPrinter.json(after);
      object.put("webhookSecrets", secrets);
      object.put("feed", feed);
      terminal.out().println(ExtractionJson.mapper().writeValueAsString(object));
      return;
    }
    terminal.out().println("now " + WatchPrinter.line(after));
    WatchPrinter.secrets(secrets, feed).forEach(terminal.out()::println);
  }
}
