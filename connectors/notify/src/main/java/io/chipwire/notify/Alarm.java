package io.chipwire.notify;

import java.time.Duration;

/**
 * Interrupts the thread that set it, once, when a time is over; unless it is closed before. Closing
 * it leaves nothing of the interruption behind. Used by its own thread alone.
 */
final class Alarm implements AutoCloseable {

  private final Thread setter = Thread.currentThread();
  private final Thread clock;
  private boolean rang;
  private boolean off;

  /** Rings after that time; at once if it is zero or negative. */
  Alarm(Duration time) {
    clock = Thread.ofVirtual().name("alarm-of-" + setter.getName()).start(() -> await(time));
  }

  private void await(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      return; // off
    }
    synchronized (this) {
      if (!off) {
        rang = true;
        setter.interrupt();
      }
    }
  }

  synchronized boolean rang() {
    return rang;
  }

  @Override
  public void close() {
    synchronized (this) {
      off = true;
      if (rang) {
        Thread.interrupted();
      }
    }
    clock.interrupt();
  }
}
