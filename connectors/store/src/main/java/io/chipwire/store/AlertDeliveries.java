package io.chipwire.store;

import io.chipwire.alert.Attempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The deliveries of an alert as people look at them. Only reads. Thread-safe. */
public final class AlertDeliveries {

  private final Database database;

  AlertDeliveries(Database database) {
    this.database = database;
  }

  /** Those of an alert, in the order of its subscription's channels. */
  public List<AlertDelivery> of(String alertId) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT c.*, d.state, d.due_at, d.message_id FROM delivery d JOIN channel c ON"
                        + " c.id = d.channel_id WHERE d.alert_id = :alert ORDER BY c.position, c.id")
                .bind("alert", alertId)
                .map((row, context) -> delivery(handle, row))
                .list());
  }

  private static AlertDelivery delivery(Handle handle, ResultSet row) throws SQLException {
    String messageId = row.getString("message_id");
    return new AlertDelivery(
        SubscriptionRows.channel(row, ""),
        row.getObject("removed_at") != null,
        AlertDelivery.State.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("due_at")),
        messageId,
        messageId == null ? List.of() : attempts(handle, messageId, row.getString("id")));
  }

  private static List<Attempt> attempts(Handle handle, String messageId, String channelId) {
    return handle
        .createQuery(
            "SELECT * FROM attempt WHERE message_id = :message AND channel_id = :channel ORDER BY"
                + " ended_at, number")
        .bind("message", messageId)
        .bind("channel", channelId)
        .map(
            (row, context) -> {
              int status = row.getInt("status");
              boolean none = row.wasNull();
              return new Attempt(
                  Instant.ofEpochMilli(row.getLong("ended_at")),
                  Attempt.Outcome.valueOf(row.getString("outcome")),
                  none ? null : status,
                  row.getString("detail"),
                  null);
            })
        .list();
  }
}
