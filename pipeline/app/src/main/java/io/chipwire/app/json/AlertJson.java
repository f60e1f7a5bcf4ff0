package io.chipwire.app.json;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.Channel;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.match.BacktestReport;
import io.chipwire.store.AlertDelivery;
import io.chipwire.store.Arrival;
import io.chipwire.store.Inbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Subscriptions, alerts and deliveries as JSON objects, always without secrets. */
public final class AlertJson {

  private AlertJson() {}

  /**
   * A subscription.
   *
   * @param broken why its query cannot be read any more, or null
   */
  public static Map<String, Object> of(Subscription subscription, @Nullable String broken) {
    Rules rules = subscription.rules();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", subscription.id());
    object.put("name", subscription.name());
    object.put("owner", subscription.owner());
    object.put("query", subscription.query());
    object.put("delivery", rules.delivery());
    object.put("atMost", rules.quota() == null ? null : rules.quota().toString());
    object.put("minimumConfidence", rules.minimumConfidence());
    object.put("minimumCorroboration", rules.minimumCorroboration());
    object.put("repeats", rules.repeats());
    object.put("paused", subscription.paused());
    object.put("mutedUntil", subscription.mutedUntil());
    object.put("createdAt", subscription.createdAt());
    object.put("broken", broken);
    object.put("channels", subscription.channels().stream().map(AlertJson::of).toList());
    return object;
  }

  /** A subscription, and how many alerts it has. */
  public static Map<String, Object> of(
      Subscription subscription, @Nullable String broken, Inbox.Counts counts) {
    Map<String, Object> object = of(subscription, broken);
    object.put("told", counts.told());
    object.put("held", counts.held());
    return object;
  }

  private static Map<String, Object> of(Channel channel) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", channel.id());
    object.put("kind", channel.kind());
    object.put("receiver", channel.shown());
    object.put("disabled", channel.disabled());
    return object;
  }

  /** An alert, and what became of it. */
  public static Map<String, Object> of(Arrival arrival) {
    Map<String, Object> object = of(arrival.filed().alert());
    object.put("suppression", arrival.filed().suppression());
    object.put("filedAt", arrival.filedAt());
    return object;
  }

  /** An alert. */
  public static Map<String, Object> of(Alert alert) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", alert.id());
    object.put("subscriptionId", alert.subscriptionId());
    object.put("subscriptionName", alert.subscriptionName());
    object.put("articleId", alert.articleId());
    object.put("title", alert.title());
    object.put("url", alert.url());
    object.put("publisher", alert.publisher());
    object.put("sentence", alert.sentence());
    object.put("facts", alert.facts());
    object.put("predicates", alert.predicates());
    object.put("confidence", alert.confidence());
    object.put("corroboration", alert.corroboration());
    object.put("origins", alert.origins());
    object.put("publishedAt", alert.publishedAt());
    object.put("fetchedAt", alert.fetchedAt());
    object.put("extractedAt", alert.extractedAt());
    object.put("alertedAt", alert.alertedAt());
    return object;
  }

  /** How far an alert got on a channel. */
  public static Map<String, Object> of(AlertDelivery delivery) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("channel", of(delivery.channel()));
    object.put("removed", delivery.removed());
    object.put("state", delivery.state());
    object.put("dueAt", delivery.dueAt());
    object.put("messageId", delivery.messageId());
    object.put("attempts", delivery.attempts().stream().map(AlertJson::of).toList());
    return object;
  }

  private static Map<String, Object> of(Attempt attempt) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("at", attempt.at());
    object.put("outcome", attempt.outcome());
    object.put("status", attempt.status());
    object.put("detail", attempt.detail());
    return object;
  }

  /** What a subscription would have told. */
  public static Map<String, Object> of(BacktestReport report) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("matched", report.matched());
    object.put("told", report.told());
    object.put("suppressed", new TreeMap<>(report.suppressed()));
    object.put("undated", report.undated());
    object.put("alertsPerWeek", report.alertsPerWeek());
    object.put(
        "noisiestDay", report.noisiestDay() == null ? null : report.noisiestDay().toString());
    object.put("noisiestDayAlerts", report.noisiestDayAlerts());
    object.put(
        "weeks",
        report.weeks().stream()
            .map(week -> Map.of("monday", week.monday().toString(), "alerts", week.alerts()))
            .toList());
    object.put("examples", report.examples().stream().map(AlertJson::of).toList());
    return object;
  }

  /** Several alerts. */
  public static List<Map<String, Object>> arrivals(List<Arrival> arrivals) {
    return arrivals.stream().map(AlertJson::of).toList();
  }
}
