package io.chipwire.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a source has news, as a checkpoint keeps it: so that one that has fallen silent is told
 * from one that never says much. Immutable.
 *
 * @param lastNews when something new was seen last; null before the first
 * @param usual the time between two looks with news, the late ones counting most; zero before the
 *     second
 * @param silent whether its silence has been reported
 */
public record Rhythm(@Nullable Instant lastNews, Duration usual, boolean silent) {

  /** Of a source that was never looked at. */
  public static final Rhythm UNKNOWN = new Rhythm(null, Duration.ZERO, false);

  /** So many usual times without news are a silence. */
  private static final int PATIENCE = 8;

  /** Weekends and holidays are none. */
  private static final Duration LEAST = Duration.ofDays(4);

  /** After news. */
  Rhythm heard(Instant now) {
    if (lastNews == null) {
      return new Rhythm(now, usual, false);
    }
    Duration gap = Duration.between(lastNews, now);
    Duration average = usual.isZero() ? gap : usual.multipliedBy(3).plus(gap).dividedBy(4);
    return new Rhythm(now, average, false);
  }

  /** Whether the source has been without news for so long that somebody should look. */
  boolean isOverdue(Instant now) {
    if (silent || lastNews == null || usual.isZero()) {
      return false; // what was seen once, as at the first look, has no rhythm yet
    }
    Duration patience = usual.multipliedBy(PATIENCE);
    return Duration.between(lastNews, now)
            .compareTo(patience.compareTo(LEAST) > 0 ? patience : LEAST)
        > 0;
  }

  /** After that was reported. */
  Rhythm reported() {
    return new Rhythm(lastNews, usual, true);
  }
}
