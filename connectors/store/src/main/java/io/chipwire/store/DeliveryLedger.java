package io.chipwire.store;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.store.LedgerEntry.NumberedAttempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Every attempt to deliver, and what may be tried once more. Thread-safe.
 *
 * <p>What is retried or replayed goes out under the same message id, so that a receiver can tell a
 * repetition. Channels that are off or taken out, and subscriptions that are gone, get nothing.
 */
public final class DeliveryLedger {

  private static final String CHANNEL =
      "c.id AS c_id, c.kind AS c_kind, c.target AS c_target, c.secret AS c_secret, c.former_secret"
          + " AS c_former_secret, c.disabled AS c_disabled";

  /** Who still holds a lease may be at it, or is written down as lost with the next claim. */
  private static final String RETRIABLE =
      "(state = 'DEAD' OR (state = 'WAITING' AND attempts > 0 AND lease IS NULL))";

  private final Database database;

  DeliveryLedger(Database database) {
    this.database = database;
  }

  private record Key(@Nullable String messageId, String channelId) {}

  /** Messages, those with the newest alerts first. */
  public List<LedgerEntry> list(DeliveryFilter filter, int most) {
    return database.read(
        handle -> {
          List<LedgerEntry> bare = bare(handle, filter, most);
          Map<Key, List<NumberedAttempt>> attempts = attempts(handle, bare);
          Map<String, Alert> alerts = alerts(handle, bare);
          return bare.stream().map(entry -> whole(entry, attempts, alerts)).toList();
        });
  }

  /**
   * Has messages tried now that were given up or wait for their next try, and from now on as often
   * as the first time. What is under way is left.
   *
   * @return how many messages
   */
  public int retry(DeliveryFilter filter) {
    return again(filter, RETRIABLE, update -> {});
  }

  /**
   * Sends once more what was delivered since then.
   *
   * @return how many messages
   */
  public int replay(DeliveryFilter filter, Instant since) {
    return again(
        filter,
        "state = 'DELIVERED' AND EXISTS (SELECT 1 FROM attempt t WHERE t.message_id = d.message_id"
            + " AND t.channel_id = d.channel_id AND t.outcome = 'DELIVERED' AND t.ended_at >="
            + " :delivered)",
        statement -> statement.bind("delivered", since.toEpochMilli()));
  }

  private int again(DeliveryFilter filter, String which, Consumer<SqlStatement<?>> bindings) {
    return database.transaction(
        handle -> {
          List<Key> keys;
          try (var query =
              handle.createQuery(
                  "SELECT DISTINCT d.message_id, d.channel_id FROM delivery d JOIN channel c ON"
                      + " c.id = d.channel_id JOIN subscription s ON s.id = c.subscription_id WHERE"
                      + " c.disabled IS NULL AND c.removed_at IS NULL AND s.removed_at IS NULL AND "
                      + filter.condition()
                      + " AND "
                      + which)) {
            filter.bind(query);
            bindings.accept(query);
            keys = query.map((row, context) -> new Key(row.getString(1), row.getString(2))).list();
          }
          keys.forEach(key -> again(handle, key, which, bindings));
          return keys.size();
        });
  }

  private void again(Handle handle, Key key, String which, Consumer<SqlStatement<?>> bindings) {
    String message = key.messageId() == null ? "message_id IS NULL" : "message_id = :message";
    try (var update =
        handle.createUpdate(
            "UPDATE delivery AS d SET state = 'WAITING', attempts = 0, due_at = :now, lease = NULL,"
                + " leased_until = NULL WHERE channel_id = :channel AND "
                + message
                + " AND "
                + which)) {
      if (key.messageId() != null) {
        update.bind("message", key.messageId());
      }
      bindings.accept(update);
      update.bind("now", database.now().toEpochMilli()).bind("channel", key.channelId()).execute();
    }
  }

  private List<LedgerEntry> bare(Handle handle, DeliveryFilter filter, int most) {
    long now = database.now().toEpochMilli();
    try (var query =
        handle.createQuery(
            "SELECT "
                + CHANNEL
                + ", s.owner AS owner, s.name AS name, d.message_id AS message_id, d.state AS"
                + " state, MAX(d.due_at) AS due_at, MAX(d.leased_until) AS leased_until,"
                + " MAX(d.attempts) AS begun, COUNT(*) AS alerts, MIN(d.alert_id) AS alert_id FROM"
                + " delivery d JOIN channel c ON c.id = d.channel_id JOIN subscription s ON s.id ="
                + " c.subscription_id JOIN alert l ON l.id = d.alert_id WHERE "
                + filter.condition()
                + " GROUP BY c.id, s.id, d.message_id, d.state ORDER BY MAX(l.alerted_at) DESC,"
                + " d.message_id, c.id LIMIT :most")) {
      filter.bind(query);
      return query.bind("most", most).map((row, context) -> entry(row, now)).list();
    }
  }

  private static LedgerEntry entry(ResultSet row, long now) throws SQLException {
    return new LedgerEntry(
        row.getString("message_id"),
        row.getString("owner"),
        row.getString("name"),
        SubscriptionRows.channel(row, "c_"),
        DeliveryState.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("due_at")),
        row.getLong("leased_until") > now,
        row.getInt("begun"),
        row.getInt("alerts"),
        row.getString("alert_id"),
        null,
        List.of());
  }

  private static Map<Key, List<NumberedAttempt>> attempts(Handle handle, List<LedgerEntry> of) {
    Map<Key, List<NumberedAttempt>> attempts = new HashMap<>();
    List<String> ids =
        of.stream().map(LedgerEntry::messageId).filter(id -> id != null).distinct().toList();
    if (!ids.isEmpty()) {
      try (var query =
          handle.createQuery(
              "SELECT * FROM attempt WHERE message_id IN (<ids>) ORDER BY ended_at, number")) {
        query
            .bindList("ids", ids)
            .map(
                (row, context) ->
                    attempts
                        .computeIfAbsent(
                            new Key(row.getString("message_id"), row.getString("channel_id")),
                            key -> new ArrayList<>())
                        .add(attempt(row)))
            .list();
      }
    }
    return attempts;
  }

  private static NumberedAttempt attempt(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    return new NumberedAttempt(
        row.getInt("number"),
        new Attempt(
            Instant.ofEpochMilli(row.getLong("ended_at")),
            Attempt.Outcome.valueOf(row.getString("outcome")),
            row.getObject("status") == null ? null : status,
            row.getString("detail"),
            null));
  }

  private static Map<String, Alert> alerts(Handle handle, List<LedgerEntry> of) {
    Map<String, Alert> alerts = new HashMap<>();
    if (!of.isEmpty()) {
      try (var query = handle.createQuery("SELECT id, body FROM alert WHERE id IN (<ids>)")) {
        query
            .bindList("ids", of.stream().map(LedgerEntry::firstAlertId).distinct().toList())
            .map((row, context) -> alerts.put(row.getString(1), Outbox.read(row.getString(2))))
            .list();
      }
    }
    return alerts;
  }

  private static LedgerEntry whole(
      LedgerEntry bare, Map<Key, List<NumberedAttempt>> attempts, Map<String, Alert> alerts) {
    Alert alert = alerts.get(bare.firstAlertId());
    return new LedgerEntry(
        bare.messageId(),
        bare.owner(),
        bare.subscription(),
        bare.channel(),
        bare.state(),
        bare.dueAt(),
        bare.underWay(),
        bare.begun(),
        bare.alerts(),
        bare.firstAlertId(),
        alert == null ? null : alert.title(),
        attempts.getOrDefault(new Key(bare.messageId(), bare.channel().id()), List.of()));
  }
}
