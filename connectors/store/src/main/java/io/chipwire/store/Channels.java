package io.chipwire.store;

import io.chipwire.alert.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Secrets of channels that are there, and whether they are served. Thread-safe. */
public final class Channels {

  /** How long a former secret signs beside the new one, so that receivers can change theirs. */
  public static final Duration OVERLAP = Duration.ofDays(1);

  private final Database database;

  Channels(Database database) {
    this.database = database;
  }

  /** Gives a channel a new secret; false if there is none. */
  public boolean newSecret(String channelId, String secret) {
    Instant until = database.now().plus(OVERLAP);
    return database.transaction(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE channel SET former_secret = secret, former_until = :until, secret ="
                            + " :secret WHERE id = :id AND removed_at IS NULL")
                    .bind("until", until.toEpochMilli())
                    .bind("secret", secret)
                    .bind("id", channelId)
                    .execute()
                == 1);
  }

  /** Serves a channel again that was off; false if there is none. */
  public boolean enable(String channelId) {
    return database.transaction(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE channel SET disabled = NULL WHERE id = :id AND removed_at IS NULL"
                            + " AND disabled IS NOT NULL")
                    .bind("id", channelId)
                    .execute()
                == 1);
  }

  /** The subscription to which that secret, of a mail address, belongs. */
  public Optional<Subscription> mailedWith(String secret) {
    return database.read(
        handle ->
            SubscriptionRows.select(
                    handle,
                    "removed_at IS NULL AND id IN (SELECT subscription_id FROM channel WHERE kind ="
                        + " 'EMAIL' AND removed_at IS NULL AND secret = :secret)",
                    query -> query.bind("secret", secret))
                .stream()
                .map(SubscriptionRows.Row::subscription)
                .findFirst());
  }

  /** Sends no more mails to the address with that secret; false if there is none. */
  public boolean unsubscribe(String secret) {
    record Found(String channel, String subscription) {}
    // Anybody may ask: who does not know a secret keeps no writer waiting.
    Optional<Found> found =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT id, subscription_id FROM channel WHERE kind = 'EMAIL' AND"
                            + " removed_at IS NULL AND secret = :secret")
                    .bind("secret", secret)
                    .map((row, context) -> new Found(row.getString(1), row.getString(2)))
                    .findFirst());
    found.ifPresent(one -> end(one.subscription(), one.channel()));
    return found.isPresent();
  }

  private void end(String subscriptionId, String channelId) {
    database.transaction(
        handle -> {
          // The row first: who is putting an alert in holds it.
          boolean there = Subscriptions.change(handle, subscriptionId, "paused = paused", null);
          disable(handle, channelId, "unsubscribed by its reader", database.now());
          return there;
        });
  }

  /** Serves a channel no more; what waits for it is dead. */
  static void disable(Handle handle, String id, String why, Instant now) {
    handle
        .createUpdate("UPDATE channel SET disabled = :why WHERE id = :id")
        .bind("why", why)
        .bind("id", id)
        .execute();
    endWaiting(handle, "= :id", id, now);
  }

  /**
   * Has nothing sent any more of what waits. What is under way is written down as lost, until its
   * notifier says how it ended.
   *
   * @param channels which channels, by {@code :id}
   */
  static void endWaiting(Handle handle, String channels, String id, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO attempt (message_id, channel_id, number, lease, ended_at, outcome, status,"
                + " detail) SELECT DISTINCT message_id, channel_id, attempts, lease, :now, 'LOST',"
                + " CAST(NULL AS INTEGER), 'nobody said how it ended' FROM delivery WHERE state ="
                + " 'WAITING' AND lease IS NOT NULL AND channel_id "
                + channels
                + " ON CONFLICT DO NOTHING")
        .bind("now", now.toEpochMilli())
        .bind("id", id)
        .execute();
    handle
        .createUpdate(
            "UPDATE delivery SET state = 'DEAD', lease = NULL, leased_until = NULL WHERE state ="
                + " 'WAITING' AND channel_id "
                + channels)
        .bind("id", id)
        .execute();
  }
}
