package io.chipwire.notify;

import io.chipwire.alert.Attempt;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.DeliveryQueue;
import io.chipwire.alert.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due. A slow or failing receiver holds up nobody else: each attempt has a thread
 * of its own, and of one receiver only a few are under way at a time.
 *
 * <p>Lifecycle: {@link #run} in one thread until {@link #stop}, or {@link #drain} for what is due
 * now. Both end when all attempts under way have ended.
 */
public final class Notifier {

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final int UNDER_WAY = 64;
  private static final int OF_ONE_CHANNEL = 4;

  /** What is right as long as an attempt takes no longer than two minutes. */
  public static final Duration USUAL_LEASE = Duration.ofMinutes(5);

  private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration POLL_AFTER_FAILURE = Duration.ofSeconds(10);

  private final DeliveryQueue queue;
  private final Map<ChannelKind, Courier> couriers;
  private final RetrySchedule schedule;
  private final Duration lease;
  private final Clock clock;
  private final Breaker breaker = new Breaker();
  private final Map<String, Integer> underWay = new HashMap<>();
  private final Map<Attempt.Outcome, Long> outcomes = new EnumMap<>(Attempt.Outcome.class);
  private boolean stopped;

  /**
   * A notifier with a courier for each kind of channel that it serves; messages of other kinds are
   * left to other notifiers.
   *
   * @param lease after how long another notifier takes over what this one had under way, if it was
   *     killed; longer than any attempt takes
   */
  public Notifier(
      DeliveryQueue queue,
      Map<ChannelKind, Courier> couriers,
      RetrySchedule schedule,
      Duration lease,
      Clock clock) {
    this.lease = lease;
    this.queue = queue;
    this.couriers = Map.copyOf(couriers);
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Delivers until it is stopped; a queue that does not answer is asked again later. */
  public void run() throws InterruptedException {
    while (!isStopped()) {
      Duration pause = POLL;
      try {
        if (start() > 0) {
          pause = Duration.ofMillis(10);
        }
      } catch (RuntimeException e) {
        LOG.warn("queue of deliveries: {}; asked again in {}", e.getMessage(), POLL_AFTER_FAILURE);
        pause = POLL_AFTER_FAILURE;
      }
      pause(pause);
    }
    awaitAll();
  }

  /** Delivers what is due now, each message once. */
  public void drain() throws InterruptedException {
    while (!isStopped()) {
      if (start() == 0) {
        if (idle()) {
          break;
        }
        pause(Duration.ofMillis(10));
      }
    }
    awaitAll();
  }

  /** Begins no attempt any more. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** How many attempts ended how. */
  public synchronized Map<Attempt.Outcome, Long> outcomes() {
    return Map.copyOf(outcomes);
  }

  private int start() {
    Set<String> except = breaker.resting(clock.instant());
    int room;
    synchronized (this) {
      room = UNDER_WAY - underWay.values().stream().mapToInt(Integer::intValue).sum();
      underWay.forEach(
          (channel, count) -> {
            if (count >= OF_ONE_CHANNEL) {
              except.add(channel);
            }
          });
    }
    if (room <= 0) {
      return 0;
    }
    List<Message> messages = queue.claim(room, OF_ONE_CHANNEL, couriers.keySet(), except, lease);
    for (Message message : messages) {
      synchronized (this) {
        underWay.merge(message.channel().id(), 1, Integer::sum);
      }
      Thread.ofVirtual().name("deliver-" + message.id()).start(() -> deliver(message));
    }
    return messages.size();
  }

  private void deliver(Message message) {
    try {
      Receipt receipt = attempt(message);
      Instant now = clock.instant();
      breaker.record(message.channel().id(), receipt.verdict() != Receipt.Verdict.LATER, now);
      if (receipt.retryAfter() != null) {
        breaker.rest(message.channel().id(), now.plus(capped(receipt.retryAfter())));
      }
      Attempt attempt = judge(message, receipt, now);
      if (queue.settle(message, attempt)) {
        synchronized (this) {
          outcomes.merge(attempt.outcome(), 1L, Long::sum);
        }
      }
      if (attempt.outcome() != Attempt.Outcome.DELIVERED) {
        LOG.info(
            "message {} to {}: {}: {}",
            message.id(),
            message.channel().shown(),
            attempt.outcome().label(),
            attempt.detail());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("message {} could not be settled: {}", message.id(), e.getMessage());
    } finally {
      synchronized (this) {
        underWay.computeIfPresent(
            message.channel().id(), (id, count) -> count == 1 ? null : count - 1);
        notifyAll();
      }
    }
  }

  private Receipt attempt(Message message) throws InterruptedException {
    try {
      return Objects.requireNonNull(couriers.get(message.channel().kind())).deliver(message);
    } catch (RuntimeException e) {
      LOG.warn("message {}: a fault of ours", message.id(), e);
      return Receipt.later(null, "a fault of ours: " + e.getClass().getSimpleName());
    }
  }

  private Attempt judge(Message message, Receipt receipt, Instant now) {
    Attempt.Outcome outcome =
        switch (receipt.verdict()) {
          case ACCEPTED -> Attempt.Outcome.DELIVERED;
          case NEVER -> Attempt.Outcome.DEAD;
          case GONE -> Attempt.Outcome.GONE;
          case LATER -> Attempt.Outcome.RETRY;
        };
    @Nullable Instant next = null;
    if (outcome == Attempt.Outcome.RETRY) {
      Optional<Duration> wait = schedule.after(message.attempt());
      if (wait.isEmpty()) {
        outcome = Attempt.Outcome.DEAD;
      } else {
        next = now.plus(longer(wait.get(), receipt.retryAfter()));
      }
    }
    return new Attempt(now, outcome, receipt.status(), receipt.detail(), next);
  }

  private static Duration longer(Duration wait, @Nullable Duration asked) {
    if (asked == null || asked.compareTo(wait) < 0) {
      return wait;
    }
    return capped(asked);
  }

  private static Duration capped(Duration asked) {
    return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized boolean idle() {
    return underWay.isEmpty();
  }

  private synchronized void pause(Duration time) throws InterruptedException {
    if (!stopped) {
      wait(Math.max(1, time.toMillis()));
    }
  }

  private synchronized void awaitAll() throws InterruptedException {
    while (!underWay.isEmpty()) {
      wait();
    }
  }
}
