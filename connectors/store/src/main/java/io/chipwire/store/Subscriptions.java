package io.chipwire.store;

import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of a store. Thread-safe. Every change gives the subscription a new revision.
 */
public final class Subscriptions {

  private final Database database;

  Subscriptions(Database database) {
    this.database = database;
  }

  /**
   * Adds one.
   *
   * @throws NameTakenException if its owner has one of that name
   */
  public Subscription add(NewSubscription wanted) throws NameTakenException {
    Optional<Subscription> added =
        database.transaction(
            handle -> {
              if (find(handle, wanted.owner(), wanted.name()).isPresent()) {
                return Optional.empty();
              }
              String id = database.ids().get();
              SubscriptionRows.insert(
                  handle, id, wanted, database.now(), nextRevision(handle), database.ids());
              return find(handle, wanted.owner(), wanted.name());
            });
    return added.orElseThrow(() -> new NameTakenException(wanted.owner(), wanted.name()));
  }

  /** All, by owner and name. */
  public List<Subscription> all() {
    return database.read(
        handle ->
            SubscriptionRows.select(handle, "removed_at IS NULL ORDER BY owner, name", query -> {})
                .stream()
                .map(SubscriptionRows.Row::subscription)
                .toList());
  }

  /** The one of that name. */
  public Optional<Subscription> find(String owner, String name) {
    return database.read(handle -> find(handle, owner, name));
  }

  /** The one of that id. */
  public Optional<Subscription> get(String id) {
    return database.read(
        handle ->
            SubscriptionRows.select(
                    handle, "removed_at IS NULL AND id = :id", query -> query.bind("id", id))
                .stream()
                .map(SubscriptionRows.Row::subscription)
                .findFirst());
  }

  /** Tells nothing until {@link #resume}; false if there is none. */
  public boolean pause(String id) {
    return change(id, "paused = 1", null);
  }

  /** Tells again, and ends a mute; false if there is none. */
  public boolean resume(String id) {
    return change(id, "paused = 0, muted_until = NULL", null);
  }

  /** Tells nothing until then; false if there is none. */
  public boolean mute(String id, Instant until) {
    return change(id, "muted_until = :instant", until);
  }

  /** Takes it out, with what still waits to be sent; false if there is none. */
  public boolean remove(String id) {
    return database.transaction(
        handle -> {
          // The row first: who is putting an alert in holds it, and what he leaves is ended, too.
          boolean removed = change(handle, id, "removed_at = :instant", database.now());
          Channels.endWaiting(
              handle,
              "IN (SELECT id FROM channel WHERE subscription_id = :id)",
              id,
              database.now());
          return removed;
        });
  }

  /**
   * What changed after a revision, in the order of change, removals among it; for jobs that keep a
   * copy. With 0 all that ever was.
   */
  public List<SubscriptionChange> changedAfter(long revision) {
    return database.read(
        handle -> {
          List<SubscriptionChange> changes = new ArrayList<>();
          for (SubscriptionRows.Row row :
              SubscriptionRows.select(
                  handle,
                  "revision > :revision ORDER BY revision",
                  query -> query.bind("revision", revision))) {
            changes.add(
                row.removed()
                    ? SubscriptionChange.remove(row.subscription())
                    : SubscriptionChange.put(row.subscription()));
          }
          return changes;
        });
  }

  private boolean change(String id, String assignments, @Nullable Instant instant) {
    return database.transaction(handle -> change(handle, id, assignments, instant));
  }

  static boolean change(Handle handle, String id, String assignments, @Nullable Instant instant) {
    try (var update =
        handle.createUpdate(
            "UPDATE subscription SET "
                + assignments
                + ", revision = :revision WHERE id = :id AND removed_at IS NULL")) {
      if (instant != null) {
        update.bind("instant", instant.toEpochMilli());
      }
      return update.bind("revision", nextRevision(handle)).bind("id", id).execute() == 1;
    }
  }

  static Optional<Subscription> find(Handle handle, String owner, String name) {
    return SubscriptionRows.select(
            handle,
            "removed_at IS NULL AND owner = :owner AND name = :name",
            query -> query.bind("owner", owner).bind("name", name))
        .stream()
        .map(SubscriptionRows.Row::subscription)
        .findFirst();
  }

  static long nextRevision(Handle handle) {
    return handle
        .createQuery("UPDATE revision SET latest = latest + 1 WHERE only_row = 1 RETURNING latest")
        .mapTo(Long.class)
        .one();
  }
}
