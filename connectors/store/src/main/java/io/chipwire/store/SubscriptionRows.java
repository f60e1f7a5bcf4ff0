package io.chipwire.store;

import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Quota;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Subscriptions and their channels as rows. */
final class SubscriptionRows {

  private SubscriptionRows() {}

  /** A subscription, perhaps one that is gone. */
  record Row(Subscription subscription, boolean removed) {}

  /**
   * Reads subscriptions.
   *
   * @param condition what stands behind {@code WHERE}, and perhaps an order
   */
  static List<Row> select(Handle handle, String condition, Consumer<Query> bindings) {
    Map<String, List<Channel>> channels = new HashMap<>();
    // Two readings, not a join: channels are few, and the rows come in the order asked for.
    String ids = condition.replaceAll(" ORDER BY .*", "");
    try (Query query =
        handle.createQuery(
            "SELECT c.* FROM channel c WHERE c.subscription_id IN (SELECT id FROM subscription WHERE "
                + ids
                + ") AND c.removed_at IS NULL ORDER BY c.position")) {
      bindings.accept(query);
      query
          .map(
              (row, context) -> {
                channels
                    .computeIfAbsent(row.getString("subscription_id"), key -> new ArrayList<>())
                    .add(channel(row, ""));
                return true;
              })
          .list();
    }
    try (Query query = handle.createQuery("SELECT * FROM subscription WHERE " + condition)) {
      bindings.accept(query);
      return query
          .map(
              (row, context) ->
                  new Row(
                      subscription(row, channels.getOrDefault(row.getString("id"), List.of())),
                      row.getObject("removed_at") != null))
          .list();
    }
  }

  static void insert(
      Handle handle,
      String id,
      NewSubscription wanted,
      Instant now,
      long revision,
      Supplier<String> ids) {
    bind(
            handle
                .createUpdate(
                    "INSERT INTO subscription (id, owner, name, query, delivery, quota,"
                        + " minimum_confidence, minimum_corroboration, repeats, paused,"
                        + " muted_until, created_at, removed_at, revision) VALUES (:id, :owner,"
                        + " :name, :query, :delivery, :quota, :confidence, :corroboration,"
                        + " :repeats, 0, NULL, :created, NULL, :revision)")
                .bind("id", id)
                .bind("created", now.toEpochMilli())
                .bind("revision", revision),
            wanted)
        .execute();
    insertChannels(handle, id, 0, wanted.channels(), ids);
  }

  /** Binds what a subscription is to say, all but its channels. */
  static Update bind(Update update, NewSubscription wanted) {
    Rules rules = wanted.rules();
    return update
        .bind("owner", wanted.owner())
        .bind("name", wanted.name())
        .bind("query", wanted.query())
        .bind("delivery", rules.delivery().name())
        .bind("quota", rules.quota() == null ? null : rules.quota().toString())
        .bind("confidence", rules.minimumConfidence())
        .bind("corroboration", rules.minimumCorroboration())
        .bind("repeats", rules.repeats() ? 1 : 0);
  }

  static void insertChannels(
      Handle handle,
      String id,
      int firstPosition,
      List<NewSubscription.NewChannel> channels,
      Supplier<String> ids) {
    int position = firstPosition;
    for (NewSubscription.NewChannel channel : channels) {
      handle
          .createUpdate(
              "INSERT INTO channel (id, subscription_id, position, kind, target, secret, disabled)"
                  + " VALUES (:id, :subscription, :position, :kind, :target, :secret, NULL)")
          .bind("id", ids.get())
          .bind("subscription", id)
          .bind("position", position++)
          .bind("kind", channel.kind().name())
          .bind("target", channel.target())
          .bind("secret", channel.secret())
          .execute();
    }
  }

  /** A channel of a row whose columns have a prefix. */
  static Channel channel(ResultSet row, String prefix) throws SQLException {
    String secret = row.getString(prefix + "secret");
    String former = row.getString(prefix + "former_secret");
    return new Channel(
        row.getString(prefix + "id"),
        ChannelKind.valueOf(row.getString(prefix + "kind")),
        row.getString(prefix + "target"),
        former == null ? secret : secret + " " + former,
        row.getString(prefix + "disabled"));
  }

  private static Subscription subscription(ResultSet row, List<Channel> channels)
      throws SQLException {
    String quota = row.getString("quota");
    return new Subscription(
        row.getString("id"),
        row.getString("name"),
        row.getString("query"),
        row.getString("owner"),
        channels,
        new Rules(
            Delivery.valueOf(row.getString("delivery")),
            quota == null ? null : Quota.parse(quota),
            row.getDouble("minimum_confidence"),
            row.getInt("minimum_corroboration"),
            row.getInt("repeats") == 1),
        row.getInt("paused") == 1,
        instant(row, "muted_until"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getLong("revision"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
