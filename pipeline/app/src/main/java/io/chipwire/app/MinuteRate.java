package io.chipwire.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** How much a count has grown over the last minute. For one thread. */
final class MinuteRate {

  private static final double MINUTE_NANOS = 60e9;

  /** A rate over less says nothing. */
  private static final long LEAST_NANOS = 5_000_000_000L;

  private record Sample(long nanos, long count) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /**
   * Takes a count; the growth per minute since the oldest count of the last minute, or since the
   * first one if that is less long ago; empty at the beginning.
   *
   * @param nanos of any clock, never less than before
   * @param count less than before after a job was set back to a checkpoint, which begins anew
   */
  OptionalDouble at(long nanos, long count) {
    if (!samples.isEmpty() && count < samples.getLast().count) {
      samples.clear();
    }
    samples.addLast(new Sample(nanos, count));
    while (nanos - samples.getFirst().nanos > MINUTE_NANOS) {
      samples.removeFirst();
    }
    long span = nanos - samples.getFirst().nanos;
    return span < LEAST_NANOS
        ? OptionalDouble.empty()
        : OptionalDouble.of((count - samples.getFirst().count) * MINUTE_NANOS / span);
  }
}
