package io.chipwire.app;

import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Subscription;
import io.chipwire.app.json.AlertJson;
import io.chipwire.app.text.Printable;
import io.chipwire.app.text.RuleText;
import io.chipwire.query.LexiconNames;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.store.AlertStore;
import io.chipwire.store.NewSubscription.NewChannel;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Subscriptions for eyes and as JSON, always without secrets. */
final class WatchPrinter {

  private WatchPrinter() {}

  /** A subscription in a line. */
  static String line(Subscription subscription) {
    return Printable.line(
        subscription.name()
            + ": "
            + subscription.query()
            + " ("
            + String.join(", ", RuleText.of(subscription.rules()))
            + (subscription.channels().isEmpty() ? "" : "; " + channels(subscription))
            + ")");
  }

  /** Where to. */
  static String channels(Subscription subscription) {
    return subscription.channels().stream()
        .map(
            channel ->
                channel.shown()
                    + (channel.disabled() == null ? "" : " (off: " + channel.disabled() + ")"))
        .collect(Collectors.joining(", "));
  }

  /** Whether it is told, and if not why. */
  static String state(Subscription subscription, Instant now) {
    Optional<String> broken = broken(subscription);
    if (broken.isPresent()) {
      return "broken: " + broken.get();
    }
    if (subscription.paused()) {
      return "paused";
    }
    boolean muted = subscription.mutedUntil() != null && now.isBefore(subscription.mutedUntil());
    return muted ? "muted until " + subscription.mutedUntil() : "on";
  }

  /** Why a query that was right when it was stored is no query any more. */
  static Optional<String> broken(Subscription subscription) {
    try {
      QueryLanguage.parse(subscription.query(), LexiconNames.standard());
      return Optional.empty();
    } catch (QuerySyntaxException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Those of channels that are new. */
  static List<String> webhookSecrets(List<NewChannel> channels) {
    return channels.stream()
        .filter(channel -> channel.kind() == ChannelKind.WEBHOOK)
        .map(channel -> String.valueOf(channel.secret()))
        .toList();
  }

  /**
   * Gives a subscription's feeds a new address.
   *
   * @return it, without {@code .atom} or {@code .json}; only its path where no public URL is known
   */
  static String feed(AlertStore store, Subscription subscription, @Nullable URI publicUrl) {
    String secret =
        store
            .feeds()
            .newSecret(subscription.id())
            .orElseThrow(
                () ->
                    new UsageException(
                        "subscription \"" + subscription.name() + "\": it is gone meanwhile"));
    return (publicUrl == null ? "" : publicUrl) + "/feeds/" + secret;
  }

  /** What is told in the moment in which it is made, and never more. */
  static List<String> secrets(List<String> webhooks, @Nullable String feed) {
    List<String> lines = new ArrayList<>();
    for (String secret : webhooks) {
      lines.add("the webhook's secret, shown this once: " + secret);
    }
    if (feed != null) {
      lines.add(
          "its feeds in `chipwire serve`, for whoever knows this address: "
              + feed
              + ".atom, .json");
    }
    return lines;
  }

  /** A subscription as a JSON object. */
  static Map<String, Object> json(Subscription subscription) {
    return AlertJson.of(subscription, broken(subscription).orElse(null));
  }

  /** Several as a JSON array. */
  static List<Map<String, Object>> json(List<Subscription> subscriptions) {
    return subscriptions.stream().map(WatchPrinter::json).toList();
  }
}
