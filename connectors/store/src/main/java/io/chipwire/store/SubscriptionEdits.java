package io.chipwire.store;

import io.chipwire.alert.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Changes what a stored subscription says. Thread-safe. */
public final class SubscriptionEdits {

  private final Database database;

  SubscriptionEdits(Database database) {
    this.database = database;
  }

  /**
   * Makes a subscription say something else. Its alerts, its pause and its mute stay.
   *
   * @param wanted what it is to say; its channels are those to be added
   * @param kept ids of the channels that stay; on the others nothing is sent any more
   * @return the subscription as it is now, or empty if it is gone
   * @throws NameTakenException if its owner has another one of that name
   */
  public Optional<Subscription> apply(String id, NewSubscription wanted, Set<String> kept)
      throws NameTakenException {
    record Outcome(boolean taken, Optional<Subscription> now) {}
    Outcome outcome =
        database.transaction(
            handle -> {
              Optional<Subscription> other =
                  Subscriptions.find(handle, wanted.owner(), wanted.name());
              if (other.isPresent() && !other.get().id().equals(id)) {
                return new Outcome(true, Optional.empty());
              }
              if (!update(handle, id, wanted)) {
                return new Outcome(false, Optional.empty());
              }
              keep(handle, id, kept);
              int next =
                  handle
                      .createQuery(
                          "SELECT COALESCE(MAX(position), -1) + 1 FROM channel WHERE"
                              + " subscription_id = :id")
                      .bind("id", id)
                      .mapTo(Integer.class)
                      .one();
              SubscriptionRows.insertChannels(handle, id, next, wanted.channels(), database.ids());
              return new Outcome(false, Subscriptions.find(handle, wanted.owner(), wanted.name()));
            });
    if (outcome.taken()) {
      throw new NameTakenException(wanted.owner(), wanted.name());
    }
    return outcome.now();
  }

  private static boolean update(Handle handle, String id, NewSubscription wanted) {
    return SubscriptionRows.bind(
                handle
                    .createUpdate(
                        "UPDATE subscription SET owner = :owner, name = :name, query = :query,"
                            + " delivery = :delivery, quota = :quota, minimum_confidence ="
                            + " :confidence, minimum_corroboration = :corroboration, repeats ="
                            + " :repeats, revision = :revision WHERE id = :id AND removed_at IS"
                            + " NULL")
                    .bind("revision", Subscriptions.nextRevision(handle))
                    .bind("id", id),
                wanted)
            .execute()
        == 1;
  }

  private void keep(Handle handle, String id, Set<String> kept) {
    List<String> channels =
        handle
            .createQuery(
                "SELECT id FROM channel WHERE subscription_id = :id AND removed_at IS NULL")
            .bind("id", id)
            .mapTo(String.class)
            .list();
    for (String channel : channels) {
      if (!kept.contains(channel)) {
        handle
            .createUpdate("UPDATE channel SET removed_at = :now WHERE id = :channel")
            .bind("now", database.now().toEpochMilli())
            .bind("channel", channel)
            .execute();
        Channels.endWaiting(handle, "= :id", channel, database.now());
      }
    }
  }
}
