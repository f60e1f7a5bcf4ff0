package io.chipwire.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Leaves receivers alone that failed several times in a row: no attempt is spent on them until they
 * have rested, first for a minute, then twice as long each time, up to an hour; and those that said
 * how long they want to be left alone. Thread-safe.
 */
final class Breaker {

  private static final int PATIENCE = 5;
  private static final Duration FIRST_REST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 6;

  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Instant> restsUntil = new HashMap<>();

  synchronized void record(String channelId, boolean healthy, Instant now) {
    if (healthy) {
      failures.remove(channelId);
      restsUntil.remove(channelId);
      return;
    }
    if (isResting(channelId, now)) {
      return; // under way when the rest began
    }
    int inARow = failures.merge(channelId, 1, Integer::sum);
    if (inARow >= PATIENCE) {
      Duration rest = FIRST_REST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, inARow - PATIENCE));
      restsUntil.put(
          channelId,
          now.plus(rest.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : rest));
    }
  }

  /** Leaves a receiver alone until then, at least. */
  synchronized void rest(String channelId, Instant until) {
    restsUntil.merge(channelId, until, (one, other) -> one.isAfter(other) ? one : other);
  }

  private boolean isResting(String channelId, Instant now) {
    Instant until = restsUntil.get(channelId);
    return until != null && now.isBefore(until);
  }

  /** The channels that rest now. */
  synchronized Set<String> resting(Instant now) {
    restsUntil.values().removeIf(until -> !now.isBefore(until));
    return new HashSet<>(restsUntil.keySet());
  }
}
