package io.chipwire.app.web;

import io.javalin.http.Handler;
import io.javalin.http.TooManyRequestsResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many requests of one kind are worked on at once, so that many callers make each other
 * wait and nothing worse. Who waits too long is told to come back. Thread-safe.
 */
final class Gate {

  private final String what;
  private final Semaphore places;
  private final int most;
  private final Duration patience;

  /**
   * A gate.
   *
   * @param what the requests' name, in the plural, for the message
   * @param most how many may be inside
   * @param patience how long one more waits
   */
  Gate(String what, int most, Duration patience) {
    this.what = what;
    this.most = most;
    this.patience = patience;
    this.places = new Semaphore(most, true);
  }

  /** The same handler behind this gate. */
  Handler guard(Handler handler) {
    return context -> {
      if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        context.header("Retry-After", Long.toString(Math.max(1, patience.toSeconds())));
        throw new TooManyRequestsResponse(
            "%d %s at work already, more than that are not taken".formatted(most, what));
      }
      try {
        handler.handle(context);
      } finally {
        places.release();
      }
    };
  }

  /** How many are inside. */
  int inside() {
    return most - places.availablePermits();
  }
}
