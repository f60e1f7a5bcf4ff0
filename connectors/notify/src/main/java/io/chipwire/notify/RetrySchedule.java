package io.chipwire.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failed attempt. Every wait is up to a fifth longer or shorter, by
 * chance, so that many failed messages do not come back together. Immutable; as thread-safe as its
 * randomness.
 */
public final class RetrySchedule {

  private static final double JITTER = 0.2;

  /** What the Standard Webhooks specification recommends: ten attempts in about three days. */
  private static final List<Duration> STANDARD =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private final List<Duration> waits;
  private final RandomGenerator random;

  /** A schedule of the given waits; there is one attempt more than waits. */
  public RetrySchedule(List<Duration> waits, RandomGenerator random) {
    this.waits = List.copyOf(waits);
    this.random = random;
  }

  /** The specification's. */
  public static RetrySchedule standard(RandomGenerator random) {
    return new RetrySchedule(STANDARD, random);
  }

  /** How long to wait after the attempt of that number, from 1; empty if it was the last. */
  public Optional<Duration> after(int attempt) {
    if (attempt > waits.size()) {
      return Optional.empty();
    }
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Optional.of(Duration.ofMillis((long) (waits.get(attempt - 1).toMillis() * factor)));
  }
}
