package io.chipwire.read;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A date as a page printed it.
 *
 * @param instant the moment; the start of the day in UTC where no time was given
 * @param hasTime whether a time of day was given
 * @param offset the distance from UTC that was given with it; UTC where none was
 */
record Moment(Instant instant, boolean hasTime, ZoneOffset offset) {

  /** Farthest that the same day lies from its start in UTC in any zone. */
  private static final Duration A_DAY = Duration.ofHours(38);

  /** Whether this is a time of day for a moment that names the day only. */
  boolean timesDayOf(Moment day) {
    Duration later = Duration.between(day.instant, instant);
    return hasTime
        && !day.hasTime
        && later.compareTo(A_DAY) < 0
        && later.compareTo(Duration.ofHours(-14)) > 0;
  }
}
