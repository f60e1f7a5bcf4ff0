package io.chipwire.store;

import io.chipwire.alert.Suppression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The alerts of a store as people look at them. Only reads. Thread-safe. */
public final class Inbox {

  private static final String SELECT =
      "SELECT a.body, a.suppression, a.filed_at, (SELECT COUNT(*) FROM delivery d WHERE d.alert_id"
          + " = a.id AND d.state = 'WAITING' AND d.message_id IS NULL) AS waiting FROM alert a JOIN"
          + " subscription s ON s.id = a.subscription_id WHERE s.removed_at IS NULL";

  private final Database database;

  Inbox(Database database) {
    this.database = database;
  }

  /**
   * How many alerts a subscription has.
   *
   * @param held how many were not told
   */
  public record Counts(int told, int held) {

    /** Of a subscription without alerts. */
    public static final Counts NONE = new Counts(0, 0);
  }

  /** The alert of that id, unless its subscription is gone. */
  public Optional<Arrival> find(String alertId) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + " AND a.id = :id")
                .bind("id", alertId)
                .map((row, context) -> arrival(row))
                .findOne());
  }

  /**
   * The latest alerts, the last one put in first.
   *
   * @param subscriptionId of which subscription; null for all
   * @param held whether those that were not told are wanted, too
   */
  public List<Arrival> latest(@Nullable String subscriptionId, boolean held, int limit) {
    return database.read(
        handle -> {
          try (Query query =
              handle.createQuery(
                  SELECT
                      + (subscriptionId == null ? "" : " AND a.subscription_id = :subscription")
                      + (held ? "" : " AND a.suppression IS NULL")
                      + " ORDER BY a.filed_at DESC, a.alerted_at DESC, a.id LIMIT :limit")) {
            if (subscriptionId != null) {
              query.bind("subscription", subscriptionId);
            }
            return query.bind("limit", limit).map((row, context) -> arrival(row)).list();
          }
        });
  }

  /** What was put in at that time or later, oldest first. */
  public List<Arrival> since(Instant time, int limit) {
    return since(null, time, "", limit);
  }

  /**
   * What was put in at that time or later, oldest first, for who reads page by page.
   *
   * @param subscriptionId of which subscription; null for all
   * @param after of what was put in at that very time, only what stands behind the alert of that
   *     id; empty for all
   */
  public List<Arrival> since(
      @Nullable String subscriptionId, Instant time, String after, int limit) {
    return database.read(
        handle -> {
          try (Query query =
              handle.createQuery(
                  SELECT
                      + (subscriptionId == null ? "" : " AND a.subscription_id = :subscription")
                      + " AND a.filed_at >= :time AND (a.filed_at > :time OR a.id > :after) ORDER"
                      + " BY a.filed_at, a.id LIMIT :limit")) {
            if (subscriptionId != null) {
              query.bind("subscription", subscriptionId);
            }
            return query
                .bind("time", time.toEpochMilli())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> arrival(row))
                .list();
          }
        });
  }

  /** By subscription id; those without alerts are left out. */
  public Map<String, Counts> counts() {
    return database.read(
        handle -> {
          Map<String, Counts> counts = new HashMap<>();
          handle
              .createQuery(
                  "SELECT subscription_id, COUNT(*) AS filed, COUNT(suppression) AS held FROM alert"
                      + " GROUP BY subscription_id")
              .map(
                  (row, context) ->
                      counts.put(
                          row.getString("subscription_id"),
                          new Counts(row.getInt("filed") - row.getInt("held"), row.getInt("held"))))
              .list();
          return counts;
        });
  }

  private static Arrival arrival(ResultSet row) throws SQLException {
    return new Arrival(filed(row), Instant.ofEpochMilli(row.getLong("filed_at")));
  }

  /** An alert, and what became of it, of a row with its body, suppression and {@code waiting}. */
  static FiledAlert filed(ResultSet row) throws SQLException {
    String held = row.getString("suppression");
    Suppression reason = held == null ? null : Suppression.valueOf(held);
    if (reason == null && row.getInt("waiting") > 0) {
      reason = Suppression.DIGEST_WAITING;
    }
    return new FiledAlert(Outbox.read(row.getString("body")), reason);
  }
}
