package io.chipwire.alert;

import io.chipwire.fact.Labelled;
import java.time.Duration;
import java.time.Instant;

/** When alerts go out. */
public enum Delivery implements Labelled {
  /** Each at once. */
  INSTANT(Duration.ZERO),
  /** All of an hour in one message, when it is over. */
  HOURLY(Duration.ofHours(1)),
  /** All of a day (UTC) in one message, when it is over. */
  DAILY(Duration.ofDays(1));

  private final Duration window;

  Delivery(Duration window) {
    this.window = window;
  }

  /** When an alert that is put into the outbox now is due. */
  public Instant due(Instant now) {
    if (window.isZero()) {
      return now;
    }
    long millis = window.toMillis();
    return Instant.ofEpochMilli((Math.floorDiv(now.toEpochMilli(), millis) + 1) * millis);
  }
}
