package io.chipwire.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored query and the rules by which its owner is told.
 *
 * @param id identity for ever, made when it is added
 * @param name what its owner calls it; one of a kind for that owner
 * @param query as its owner typed it, in the query language
 * @param channels where to; none: alerts are kept and can be looked at
 * @param rules when and how much is told
 * @param paused whether nothing is told until it is resumed
 * @param mutedUntil until when nothing is told, or null
 * @param revision grows with each change of any subscription of a store
 */
public record Subscription(
    String id,
    String name,
    String query,
    String owner,
    List<Channel> channels,
    Rules rules,
    boolean paused,
    @Nullable Instant mutedUntil,
    Instant createdAt,
    long revision) {

  /** Copies the list. */
  public Subscription {
    channels = List.copyOf(channels);
  }

  /** The same, neither paused nor muted: for saying what it would tell. */
  public Subscription awake() {
    return new Subscription(
        id, name, query, owner, channels, rules, false, null, createdAt, revision);
  }

  /** The same by other rules: for saying what it would tell by them. */
  public Subscription by(Rules other) {
    return new Subscription(
        id, name, query, owner, channels, other, paused, mutedUntil, createdAt, revision);
  }

  /** A query that is not stored, for saying what it would tell. */
  public static Subscription candidate(String query, String owner, Rules rules) {
    return new Subscription(
        "candidate", "candidate", query, owner, List.of(), rules, false, null, Instant.EPOCH, 0);
  }
}
