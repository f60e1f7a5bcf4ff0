package io.chipwire.app.web;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Channel;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.Suppression;
import io.chipwire.app.text.Printable;
import io.chipwire.app.text.RuleText;
import io.chipwire.app.web.AlertsView.AlertLineView;
import io.chipwire.app.web.AlertsView.InboxView;
import io.chipwire.app.web.AlertsView.WatchView;
import io.chipwire.store.Arrival;
import io.chipwire.store.Inbox;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns subscriptions and alerts into what the pages show. */
final class AlertViews {

  private static final int SENTENCE = 400;
  private static final int MOST_FACTS = 6;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AlertViews() {}

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  static WatchView watch(AlertDesk desk, Subscription subscription, Inbox.Counts counts) {
    Instant until = subscription.mutedUntil();
    boolean muted = until != null && desk.now().isBefore(until);
    @Nullable String broken = desk.broken(subscription).orElse(null);
    String state =
        broken != null
            ? "broken: " + broken
            : subscription.paused() ? "paused" : muted ? "muted until " + time(until) : "on";
    return new WatchView(
        subscription.id(),
        AlertAddress.of(AlertAddress.SUBSCRIPTION, subscription.id()),
        Printable.line(subscription.name()),
        Printable.line(subscription.owner()),
        subscription.query(),
        state,
        !state.equals("on"),
        subscription.paused(),
        muted,
        rules(subscription),
        subscription.channels().stream().map(AlertViews::channel).toList(),
        "%,d".formatted(counts.told()),
        "%,d".formatted(counts.held()));
  }

  private static String channel(Channel channel) {
    return Printable.line(
        channel.shown() + (channel.disabled() == null ? "" : " (off: " + channel.disabled() + ")"));
  }

  private static String rules(Subscription subscription) {
    Rules rules = subscription.rules();
    return String.join(" · ", RuleText.of(rules))
        + (rules.repeats() ? "" : " · new facts and revisions only");
  }

  /**
   * An inbox.
   *
   * @param subscription of which subscription; null for all
   */
  static InboxView inbox(
      @Nullable String subscription, boolean held, List<Arrival> arrivals, Instant now) {
    Instant newest = arrivals.stream().map(Arrival::filedAt).max(Instant::compareTo).orElse(now);
    String events = AlertAddress.events(subscription);
    String home =
        subscription == null
            ? AlertAddress.HOME
            : AlertAddress.of(AlertAddress.SUBSCRIPTION, subscription);
    String more = home + (subscription == null ? "?" : "&") + "held=true";
    return new InboxView(
        events + (subscription == null ? "?" : "&") + "lastEventId=" + newest.toEpochMilli(),
        held ? more : home,
        held,
        held ? home : more,
        arrivals.stream().map(AlertViews::line).toList());
  }

  static AlertLineView line(Arrival arrival) {
    return line(arrival.filed().alert(), arrival.filed().suppression(), arrival.filedAt());
  }

  static AlertLineView line(Alert alert, @Nullable Suppression suppression, Instant time) {
    return new AlertLineView(
        alert.id(),
        AlertAddress.of(AlertAddress.ALERT, alert.id()),
        Printable.line(alert.title() == null ? "(no title)" : alert.title()),
        origin(alert),
        Printable.shorten(alert.sentence(), SENTENCE),
        alert.facts().stream()
            .map(MatchedFact::words)
            .map(Printable::line)
            .distinct()
            .limit(MOST_FACTS)
            .toList(),
        suppression == null ? null : SuppressionWords.label(suppression),
        Printable.line(alert.subscriptionName()),
        time(time));
  }

  private static String origin(Alert alert) {
    return Stream.of(
            alert.publisher() == null ? null : Printable.line(alert.publisher()),
            alert.publishedAt() == null ? null : time(alert.publishedAt()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }
}
