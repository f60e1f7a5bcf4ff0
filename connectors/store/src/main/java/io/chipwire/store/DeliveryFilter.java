package io.chipwire.store;

import io.chipwire.alert.ChannelKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are meant: those that meet all that is not null.
 *
 * @param subscriptionId of that subscription
 * @param channelId to that channel
 * @param kind to channels of that kind
 * @param state in that state
 * @param messageId of that message
 * @param alertId with that alert
 * @param since of alerts since then
 */
public record DeliveryFilter(
    @Nullable String subscriptionId,
    @Nullable String channelId,
    @Nullable ChannelKind kind,
    @Nullable DeliveryState state,
    @Nullable String messageId,
    @Nullable String alertId,
    @Nullable Instant since) {

  /** All of them. */
  public static final DeliveryFilter ALL =
      new DeliveryFilter(null, null, null, null, null, null, null);

  /** Those of one message. */
  public DeliveryFilter ofMessage(String id) {
    return new DeliveryFilter(subscriptionId, channelId, kind, state, id, alertId, since);
  }

  /** That of one alert to one channel. */
  public DeliveryFilter ofAlert(String id, String channel) {
    return new DeliveryFilter(subscriptionId, channel, kind, state, messageId, id, since);
  }

  /** Those in a state. */
  public DeliveryFilter in(DeliveryState wanted) {
    return new DeliveryFilter(subscriptionId, channelId, kind, wanted, messageId, alertId, since);
  }

  /** The condition, about a delivery {@code d} to a channel {@code c}. */
  String condition() {
    List<String> parts = new ArrayList<>(List.of("1 = 1"));
    add(parts, subscriptionId, "c.subscription_id = :subscription");
    add(parts, channelId, "c.id = :channel");
    add(parts, kind, "c.kind = :kind");
    add(parts, state, "d.state = :state");
    add(parts, messageId, "d.message_id = :message");
    add(parts, alertId, "d.alert_id = :alert");
    add(parts, since, "d.alert_id IN (SELECT a.id FROM alert a WHERE a.alerted_at >= :since)");
    return String.join(" AND ", parts);
  }

  private static void add(List<String> parts, @Nullable Object wanted, String condition) {
    if (wanted != null) {
      parts.add(condition);
    }
  }

  void bind(SqlStatement<?> statement) {
    bind(statement, "subscription", subscriptionId);
    bind(statement, "channel", channelId);
    bind(statement, "kind", kind == null ? null : kind.name());
    bind(statement, "state", state == null ? null : state.name());
    bind(statement, "message", messageId);
    bind(statement, "alert", alertId);
    if (since != null) {
      statement.bind("since", since.toEpochMilli());
    }
  }

  private static void bind(SqlStatement<?> statement, String name, @Nullable String value) {
    if (value != null) {
      statement.bind(name, value);
    }
  }
}
