package io.chipwire.app;

import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Quota;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.match.SubscriptionMatcher;
import io.chipwire.store.NameTakenException;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.NewSubscription.NewChannel;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "      --delivery daily --at-most 10/day"
    })
final class WatchAddCommand implements Callable<Integer> {

  private static final int SECRET_BYTES = 24;
  private static final int LONGEST_TARGET = 2_000;

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

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Post alerts there, signed by the Standard Webhooks specification.")
  private List<String> webhooks = List.of();

  @Option(names = "--email", paramLabel = "ADDRESS", description = "Mail alerts there.")
  private List<String> addresses = List.of();

  @Option(
      names = "--delivery",
      paramLabel = "WHEN",
      defaultValue = "instant",
      description = "instant, hourly or daily (default: ${DEFAULT-VALUE}).")
  private Delivery delivery;

  @Option(
      names = "--at-most",
      paramLabel = "N/PERIOD",
      description = "No more than so many alerts an hour, day or week: 10/day.")
  private @Nullable String quota;

  @Option(
      names = "--min-confidence",
      paramLabel = "C",
      defaultValue = "0",
      description = "Only if a fact that matches is at least so sure, 0 to 1 (default: 0).")
  private double confidence;

  @Option(
      names = "--repeats",
      description = "Also tell what was told before; else new facts and revisions only.")
  private boolean repeats;

  @Option(names = "--json", description = "Print the subscription as one JSON object.")
  private boolean json;

  WatchAddCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String query = String.join(" ", words);
    if (!SubscriptionMatcher.isSelective(QueryText.parse(query))) {
      throw new UsageException(
          "query \"%s\": would tell of nearly every article; expected a word, a name, a property or"
                  .formatted(query)
              + " a quantity that is not negated");
    }
    NewSubscription wanted = wanted(query);
    Subscription added;
    try {
      added = store.open(terminal).subscriptions().add(wanted);
    } catch (NameTakenException e) {
      throw new UsageException(e.getMessage(), e);
    }
    List<String> secrets =
        wanted.channels().stream()
            .map(NewChannel::secret)
            .filter(secret -> secret != null)
            .toList();
    if (json) {
      Map<String, Object> object = WatchPrinter.json(added);
      object.put("webhookSecrets", secrets);
      terminal.out().println(ExtractionJson.mapper().writeValueAsString(object));
      return ExitCode.FINE;
    }
    terminal.out().println("added " + WatchPrinter.line(added));
    for (String secret : secrets) {
      terminal.out().println("the webhook's secret, shown this once: " + secret);
    }
    if (wanted.channels().isEmpty()) {
      terminal
          .out()
          .println("It has no --webhook and no --email: `chipwire watch show` shows its alerts.");
    }
    return ExitCode.FINE;
  }

  private NewSubscription wanted(String query) {
    List<NewChannel> channels = new ArrayList<>();
    for (String url : webhooks) {
      channels.add(new NewChannel(ChannelKind.WEBHOOK, checkedUrl(url), secret()));
    }
    for (String address : addresses) {
      channels.add(new NewChannel(ChannelKind.EMAIL, checkedAddress(address), null));
    }
    try {
      return new NewSubscription(
          name,
          query,
          owner.of(terminal),
          channels,
          delivery,
          quota == null ? null : Quota.parse(quota),
          confidence,
          repeats);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  private static String checkedUrl(String text) {
    try {
      URI uri = new URI(text);
      boolean http =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (http
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && text.length() <= LONGEST_TARGET) {
        return text;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new UsageException(
        "webhook \"" + text + "\": expected https://HOST/… without user and password");
  }

  private static String checkedAddress(String text) {
    if (text.length() <= LONGEST_TARGET
        && text.matches("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+")) {
      return text;
    }
    throw new UsageException("e-mail address \"" + text + "\": expected NAME@HOST");
  }
}
