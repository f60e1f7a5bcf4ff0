package io.chipwire.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.alert.Alert;
import io.chipwire.alert.Channel;
import io.chipwire.alert.Judgement;
import io.chipwire.alert.Stages;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.Suppression;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.story.Origin;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The alerts of a store, told and suppressed. Thread-safe. */
public final class Outbox {

  private final Database database;

  Outbox(Database database) {
    this.database = database;
  }

  /**
   * Puts alerts in and judges them. One that is in already is left as it is; one of a subscription
   * that is gone is dropped. All are in, or none if this throws.
   *
   * @return how many are new
   */
  public int put(List<Alert> alerts) {
    return alerts.isEmpty()
        ? 0
        : database.transaction(
            handle -> alerts.stream().mapToInt(alert -> put(handle, alert) ? 1 : 0).sum());
  }

  /** The latest alerts of a subscription, newest first, with what became of them. */
  public List<FiledAlert> latest(String subscriptionId, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.body, a.suppression, (SELECT COUNT(*) FROM delivery d WHERE"
                        + " d.alert_id = a.id AND d.state = 'WAITING' AND d.message_id IS NULL) AS"
                        + " waiting FROM alert a WHERE a.subscription_id = :id ORDER BY"
                        + " a.alerted_at DESC, a.id LIMIT :limit")
                .bind("id", subscriptionId)
                .bind("limit", limit)
                .map((row, context) -> Inbox.filed(row))
                .list());
  }

  private boolean put(Handle handle, Alert alert) {
    // Takes the row's lock, so that alerts of one subscription are judged one after the other.
    int there =
        handle
            .createUpdate(
                "UPDATE subscription SET revision = revision WHERE id = :id AND removed_at IS NULL")
            .bind("id", alert.subscriptionId())
            .execute();
    if (there == 0 || isKnown(handle, alert.id())) {
      return false;
    }
    Subscription subscription =
        SubscriptionRows.select(
                handle, "id = :id", query -> query.bind("id", alert.subscriptionId()))
            .getFirst()
            .subscription();
    Judgement judgement = Stages.judge(alert, subscription, new StoredHistory(handle));
    insert(handle, judgement);
    for (String key : judgement.corroborated()) {
      insertOrigin(handle, judgement.alert(), key);
    }
    if (judgement.suppression() == null) {
      for (String key : alert.factKeys()) {
        handle
            .createUpdate(
                "INSERT INTO told_fact (subscription_id, fact_key, alert_id) VALUES (:id, :key,"
                    + " :alert) ON CONFLICT DO NOTHING")
            .bind("id", subscription.id())
            .bind("key", StoredHistory.digest(key))
            .bind("alert", alert.id())
            .execute();
      }
      for (Channel channel : subscription.channels()) {
        if (channel.disabled() == null) {
          insert(handle, alert, channel, subscription);
        }
      }
    }
    return true;
  }

  private static boolean isKnown(Handle handle, String alertId) {
    return handle
            .createQuery("SELECT COUNT(*) FROM alert WHERE id = :id")
            .bind("id", alertId)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static void insertOrigin(Handle handle, Alert alert, String factKey) {
    Origin origin = alert.origin();
    handle
        .createUpdate(
            "INSERT INTO fact_origin (subscription_id, fact_key, position, alert_id, publisher,"
                + " site) SELECT :id, :key, COUNT(*), :alert, :publisher, :site FROM fact_origin"
                + " WHERE subscription_id = :id AND fact_key = :key")
        .bind("id", alert.subscriptionId())
        .bind("key", StoredHistory.digest(factKey))
        .bind("alert", alert.id())
        .bind("publisher", origin.publisher())
        .bind("site", origin.site())
        .execute();
  }

  private void insert(Handle handle, Judgement judgement) {
    Alert alert = judgement.alert();
    Suppression reason = judgement.suppression();
    handle
        .createUpdate(
            "INSERT INTO alert (id, subscription_id, article_id, alerted_at, suppression, story,"
                + " body, filed_at) VALUES (:id, :subscription, :article, :at, :reason, :story,"
                + " :body, :filed)")
        .bind("id", alert.id())
        .bind("subscription", alert.subscriptionId())
        .bind("article", alert.articleId())
        .bind("at", alert.alertedAt().toEpochMilli())
        .bind("reason", reason == null ? null : reason.name())
        .bind("story", alert.story())
        .bind("body", write(alert))
        .bind("filed", database.now().toEpochMilli())
        .execute();
  }

  private void insert(Handle handle, Alert alert, Channel channel, Subscription subscription) {
    Instant now = database.now();
    Instant due = subscription.rules().delivery().due(now);
    handle
        .createUpdate(
            "INSERT INTO delivery (alert_id, channel_id, state, due_at, message_id, attempts, lease,"
                + " leased_until) VALUES (:alert, :channel, 'WAITING', :due, :message, 0, NULL,"
                + " NULL)")
        .bind("alert", alert.id())
        .bind("channel", channel.id())
        .bind("due", due.toEpochMilli())
        .bind("message", due.equals(now) ? alert.id() : null)
        .execute();
  }

  private static String write(Alert alert) {
    try {
      return ExtractionJson.mapper().writeValueAsString(alert);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("alert " + alert.id(), e);
    }
  }

  static Alert read(String json) {
    try {
      return ExtractionJson.mapper().readValue(json, Alert.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an alert in the store is not readable", e);
    }
  }
}
