package io.chipwire.app.web;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.Suppression;
import io.chipwire.app.text.Printable;
import io.chipwire.app.web.AlertView.AttemptView;
import io.chipwire.app.web.AlertView.DeliveryView;
import io.chipwire.app.web.AlertView.TimeView;
import io.chipwire.app.web.AlertsView.AlertLineView;
import io.chipwire.extraction.Extraction;
import io.chipwire.store.AlertDelivery;
import io.chipwire.store.AlertDelivery.State;
import io.chipwire.store.Arrival;
import io.chipwire.store.Inbox;
import io.chipwire.story.Fingerprint;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the page about one alert shows. */
final class AlertDetail {

  /** Other alerts among which the same news is looked for. */
  private static final int NEAR = 500;

  private static final int MOST_OTHERS = 20;

  private final AlertDesk desk;

  AlertDetail(AlertDesk desk) {
    this.desk = desk;
  }

  AlertView view(String id) throws IOException {
    Arrival arrival = desk.alert(id);
    Alert alert = arrival.filed().alert();
    Subscription subscription = desk.subscription(alert.subscriptionId());
    Optional<Extraction> article = desk.index().get(alert.articleId());
    Explanation explanation =
        article.isPresent()
            ? Explanation.of(alert, article.get(), desk.names())
            : Explanation.without(alert);
    List<AlertDelivery> deliveries = desk.store().alertDeliveries().of(id);
    return new AlertView(
        AlertViews.line(arrival),
        AlertViews.watch(desk, subscription, Inbox.Counts.NONE),
        explanation.sentence(),
        article.isPresent() ? "/article?id=" + Frame.encoded(alert.articleId()) : null,
        ArticleViews.webAddress(alert.url()),
        verdict(arrival.filed().suppression(), deliveries),
        String.format(Locale.ROOT, "%.2f", alert.confidence()),
        alert.origins().stream().map(Printable::line).toList(),
        explanation.parts(),
        times(arrival, deliveries),
        others(arrival),
        deliveries.stream().map(AlertDetail::delivery).toList());
  }

  private static String verdict(@Nullable Suppression suppression, List<AlertDelivery> deliveries) {
    if (suppression == Suppression.DIGEST_WAITING) {
      return "To be told. " + SuppressionWords.sentence(suppression);
    }
    if (suppression != null) {
      return "Not told. " + SuppressionWords.sentence(suppression);
    }
    return "Told: it says something new, and no rule held it back."
        + (deliveries.isEmpty()
            ? " The subscription had no channel, so that it is only here."
            : "");
  }

  private static List<TimeView> times(Arrival arrival, List<AlertDelivery> deliveries) {
    Alert alert = arrival.filed().alert();
    List<TimeView> times = new ArrayList<>();
    add(times, "published", alert.publishedAt());
    add(times, "fetched", alert.fetchedAt());
    add(times, "facts extracted", alert.extractedAt());
    add(times, "alerted", alert.alertedAt());
    add(times, "put into the outbox", arrival.filedAt());
    deliveries.stream()
        .flatMap(delivery -> delivery.attempts().stream())
        .filter(attempt -> attempt.outcome() == Attempt.Outcome.DELIVERED)
        .map(Attempt::at)
        .min(Instant::compareTo)
        .ifPresent(first -> add(times, "first delivered", first));
    return times;
  }

  private static void add(List<TimeView> times, String label, @Nullable Instant time) {
    times.add(new TimeView(label, time == null ? "not known" : AlertViews.time(time)));
  }

  /** Alerts of the same subscription from other articles with a fact in common, or its text. */
  private List<AlertLineView> others(Arrival arrival) {
    Alert alert = arrival.filed().alert();
    Set<String> facts = Set.copyOf(alert.factKeys());
    return desk.store().inbox().latest(alert.subscriptionId(), true, NEAR).stream()
        .filter(other -> !other.filed().alert().articleId().equals(alert.articleId()))
        .filter(
            other ->
                other.filed().alert().factKeys().stream().anyMatch(facts::contains)
                    || isCopy(alert.story(), other.filed().alert().story()))
        .limit(MOST_OTHERS)
        .map(AlertViews::line)
        .toList();
  }

  private static boolean isCopy(@Nullable String story, @Nullable String other) {
    return story != null
        && other != null
        && Fingerprint.ofBase64(story).isCopyOf(Fingerprint.ofBase64(other));
  }

  private static DeliveryView delivery(AlertDelivery delivery) {
    int tries = delivery.attempts().size();
    String state =
        switch (delivery.state()) {
          case WAITING -> "waiting, due " + AlertViews.time(delivery.dueAt());
          case DELIVERED -> "delivered";
          case DEAD ->
              delivery.removed()
                  ? "given up: the channel was taken out"
                  : "given up after " + tries + (tries == 1 ? " attempt" : " attempts");
        };
    boolean retriable =
        !delivery.removed()
            && (delivery.state() == State.DEAD || (delivery.state() == State.WAITING && tries > 0));
    return new DeliveryView(
        delivery.channel().id(),
        Printable.line(delivery.channel().shown()),
        state,
        delivery.state().label(),
        retriable,
        delivery.attempts().stream().map(AlertDetail::attempt).toList());
  }

  private static AttemptView attempt(Attempt attempt) {
    return new AttemptView(
        AlertViews.time(attempt.at()),
        switch (attempt.outcome()) {
          case DELIVERED -> "delivered";
          case RETRY -> "failed, to be tried again";
          case DEAD -> "failed";
          case GONE -> "refused for good";
          default -> attempt.outcome().label();
        },
        Printable.line(attempt.detail()));
  }
}
