package io.chipwire.store;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.DeliveryQueue;
import io.chipwire.alert.Message;
import io.chipwire.alert.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of a store. A message is all rows of one channel with one message id; the rows of
 * a digest get theirs together, when they are first lent, and keep it, so that every attempt sends
 * the same.
 */
final class Deliveries implements DeliveryQueue {

  private static final String LENDABLE =
      " state = 'WAITING' AND due_at <= :now AND (leased_until IS NULL OR leased_until <= :now)";

  /** Most alerts of one digest; the rest goes into another. */
  private static final int DIGEST = 200;

  private final Database database;

  Deliveries(Database database) {
    this.database = database;
  }

  private record Due(String channelId, @Nullable String messageId) {}

  @Override
  public List<Message> claim(
      int most, int each, Set<ChannelKind> kinds, Set<String> except, Duration lease) {
    Instant now = database.now();
    return database.transaction(
        handle -> {
          forgetFormerSecrets(handle, now);
          List<Message> lent = new ArrayList<>();
          for (Due one : due(handle, now, most, each, kinds, except)) {
            lend(handle, one, now, now.plus(lease)).ifPresent(lent::add);
          }
          return lent;
        });
  }

  /** Once its time is over, a former secret signs nothing and is nowhere any more. */
  private static void forgetFormerSecrets(Handle handle, Instant now) {
    handle
        .createUpdate(
            "UPDATE channel SET former_secret = NULL, former_until = NULL WHERE former_until <="
                + " :now")
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static List<Due> due(
      Handle handle, Instant now, int most, int each, Set<ChannelKind> kinds, Set<String> except) {
    try (var query =
        handle.createQuery(
            "SELECT channel_id, message_id FROM (SELECT channel_id, message_id, MIN(due_at) AS"
                + " earliest, ROW_NUMBER() OVER (PARTITION BY channel_id ORDER BY MIN(due_at),"
                + " message_id) AS place FROM delivery WHERE"
                + LENDABLE
                + " AND EXISTS (SELECT 1 FROM channel c JOIN subscription s ON s.id ="
                + " c.subscription_id WHERE c.id = channel_id AND c.kind IN (<kinds>) AND"
                + " c.disabled IS NULL AND c.removed_at IS NULL AND s.removed_at IS NULL)"
                + (except.isEmpty() ? "" : " AND channel_id NOT IN (<except>)")
                + " GROUP BY channel_id, message_id) AS ranked WHERE place <= :each ORDER BY"
                + " earliest, message_id, channel_id LIMIT :most")) {
      if (!except.isEmpty()) {
        query.bindList("except", List.copyOf(except));
      }
      return query
          .bindList("kinds", kinds.stream().map(Enum::name).toList())
          .bind("now", now.toEpochMilli())
          .bind("each", each)
          .bind("most", most)
          .map((row, context) -> new Due(row.getString("channel_id"), row.getString("message_id")))
          .list();
    }
  }

  @Override
  public List<Ended> settle(List<Ended> ended) {
    return database.transaction(
        handle ->
            ended.stream().filter(one -> write(handle, one.message(), one.attempt())).toList());
  }

  private boolean write(Handle handle, Message message, Attempt attempt) {
    handle
        .createUpdate(
            "INSERT INTO attempt (message_id, channel_id, number, lease, ended_at, outcome,"
                + " status, detail) VALUES (:message, :channel, :number, :lease, :at, :outcome,"
                + " :status, :detail) ON CONFLICT (message_id, channel_id, number, lease) DO"
                // one that was thought lost, and is not
                + " UPDATE SET ended_at = excluded.ended_at, outcome = excluded.outcome,"
                + " status = excluded.status, detail = excluded.detail")
        .bind("message", message.id())
        .bind("channel", message.channel().id())
        .bind("number", message.attempt())
        .bind("lease", message.lease())
        .bind("at", attempt.at().toEpochMilli())
        .bind("outcome", attempt.outcome().name())
        .bind("status", attempt.status())
        .bind("detail", attempt.detail())
        .execute();
    boolean ours = settle(handle, message, attempt);
    if (attempt.outcome() == Attempt.Outcome.GONE) {
      Channels.disable(handle, message.channel().id(), attempt.detail(), database.now());
    }
    return ours;
  }

  private static boolean settle(Handle handle, Message message, Attempt attempt) {
    String state =
        switch (attempt.outcome()) {
          case DELIVERED -> "DELIVERED";
          case RETRY, LOST -> "WAITING";
          case DEAD, GONE -> "DEAD";
        };
    try (var update =
        handle.createUpdate(
            "UPDATE delivery SET state = :state, lease = NULL, leased_until = NULL"
                + (attempt.nextAt() == null ? "" : ", due_at = :next")
                + " WHERE channel_id = :channel AND message_id = :message AND lease = :lease")) {
      if (attempt.nextAt() != null) {
        update.bind("next", attempt.nextAt().toEpochMilli());
      }
      return update
              .bind("state", state)
              .bind("channel", message.channel().id())
              .bind("message", message.id())
              .bind("lease", message.lease())
              .execute()
          > 0;
    }
  }

  /** Lends one message, unless somebody else was quicker. */
  private Optional<Message> lend(Handle handle, Due due, Instant now, Instant until) {
    String lease = database.ids().get();
    String messageId = due.messageId() == null ? database.ids().get() : due.messageId();
    String which =
        due.messageId() == null
            ? "message_id IS NULL AND alert_id IN (SELECT alert_id FROM delivery WHERE channel_id ="
                + " :channel AND message_id IS NULL AND"
                + LENDABLE
                + " ORDER BY due_at, alert_id LIMIT "
                + DIGEST
                + ")"
            : "message_id = :message";
    if (due.messageId() != null) {
      writeDownLost(handle, due, now);
    }
    int rows =
        handle
            .createUpdate(
                "UPDATE delivery SET message_id = :message, lease = :lease, leased_until = :until,"
                    + " attempts = attempts + 1 WHERE channel_id = :channel AND "
                    + which
                    + " AND"
                    + LENDABLE)
            .bind("message", messageId)
            .bind("lease", lease)
            .bind("until", until.toEpochMilli())
            .bind("channel", due.channelId())
            .bind("now", now.toEpochMilli())
            .execute();
    return rows == 0 ? Optional.empty() : Optional.of(message(handle, due, messageId, lease));
  }

  /** Of an attempt whose lease is over nothing more will be heard. */
  private static void writeDownLost(Handle handle, Due due, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO attempt (message_id, channel_id, number, lease, ended_at, outcome, status,"
                + " detail) SELECT DISTINCT message_id, channel_id, attempts, lease, leased_until,"
                + " 'LOST', CAST(NULL AS INTEGER), 'nobody said how it ended' FROM delivery WHERE"
                + " channel_id = :channel AND message_id = :message AND lease IS NOT NULL AND"
                + LENDABLE
                + " ON CONFLICT DO NOTHING")
        .bind("channel", due.channelId())
        .bind("message", due.messageId())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static Message message(Handle handle, Due due, String messageId, String lease) {
    record Row(Alert alert, int attempts) {}
    List<Row> rows =
        handle
            .createQuery(
                "SELECT a.body, d.attempts FROM delivery d JOIN alert a ON a.id = d.alert_id WHERE"
                    + " d.channel_id = :channel AND d.lease = :lease ORDER BY a.alerted_at, a.id")
            .bind("channel", due.channelId())
            .bind("lease", lease)
            .map((row, context) -> new Row(Outbox.read(row.getString(1)), row.getInt(2)))
            .list();
    Subscription subscription =
        SubscriptionRows.select(
                handle,
                "id = (SELECT subscription_id FROM channel WHERE id = :channel)",
                query -> query.bind("channel", due.channelId()))
            .getFirst()
            .subscription();
    Channel channel =
        subscription.channels().stream()
            .filter(one -> one.id().equals(due.channelId()))
            .findFirst()
            .orElseThrow();
    return new Message(
        messageId,
        channel,
        subscription,
        rows.stream().map(Row::alert).toList(),
        rows.getFirst().attempts(),
        lease);
  }
}
