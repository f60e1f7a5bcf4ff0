package io.chipwire.job;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The system's time, and as much more as tests let pass: the same for all in this process. */
final class LeapingClock extends Clock implements Serializable {

  private static final long serialVersionUID = 1;

  /** Not a field of the instance, which travels into the job. */
  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

  /** Goes by the system's time again. */
  static LeapingClock reset() {
    AHEAD.set(Duration.ZERO);
    return new LeapingClock();
  }

  static void leap(Duration time) {
    AHEAD.updateAndGet(time::plus);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(AHEAD.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a clock for instants");
  }
}
