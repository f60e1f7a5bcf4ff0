package io.chipwire.notify;

import io.chipwire.alert.Attempt;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.DeliveryQueue;
import io.chipwire.alert.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due. A slow or failing receiver holds up nobody else: each attempt has a thread
 * of its own, and of one receiver only a few are under way at a time. One thread alone talks to the
 * queue, and writes down together what ended meanwhile.
 *
 * <p>Lifecycle: {@link #run} in one thread until {@link #stop}, or {@link #drain} for what is due
 * now. Both end when all attempts under way have ended.
 */
public final class Notifier {

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final int UNDER_WAY = 64;
  private static final int OF_ONE_CHANNEL = 4;

  /** Leaves an attempt almost four minutes. */
  public static final Duration USUAL_LEASE = Duration.ofMinutes(5);

  private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

  /**
   * An attempt begins in the first part of its lease and ends before the last; in that one it is
   * written down how it ended.
   */
  private static final int PARTS_OF_A_LEASE = 4;

  private static final Duration PAUSE_OF_A_BUSY_MACHINE = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(5);
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
  private final List<DeliveryQueue.Ended> ended = new ArrayList<>();
  private boolean stopped;

  /**
   * A notifier with a courier for each kind of channel that it serves; messages of other kinds are
   * left to other notifiers.
   *
   * @param lease after how long another notifier takes over what this one had under way, if it was
   *     killed; an attempt that takes three quarters of it is given up
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
        settle();
        if (start() > 0) {
          pause = SHORT;
        }
      } catch (RuntimeException e) {
        LOG.warn("queue of deliveries: {}; asked again in {}", e.getMessage(), POLL_AFTER_FAILURE);
        pause = POLL_AFTER_FAILURE;
      }
      pause(pause, pause.equals(POLL));
    }
    finish();
  }

  /** Delivers what is due now, each message once. */
  public void drain() throws InterruptedException {
    while (!isStopped()) {
      settle();
      if (start() == 0) {
        if (idle()) {
          break;
        }
        pause(POLL, true);
      }
    }
    finish();
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
    Instant lent = clock.instant();
    List<Message> messages = queue.claim(room, OF_ONE_CHANNEL, couriers.keySet(), except, lease);
    for (Message message : messages) {
      synchronized (this) {
        underWay.merge(message.channel().id(), 1, Integer::sum);
      }
      Thread.ofVirtual().name("deliver-" + message.id()).start(() -> deliver(message, lent));
    }
    return messages.size();
  }

  private void deliver(Message message, Instant lent) {
    Attempt attempt = attempt(message, lent);
    if (attempt.outcome() != Attempt.Outcome.DELIVERED) {
      LOG.info(
          "message {} to {}: {}: {}",
          message.id(),
          message.channel().shown(),
          attempt.outcome().label(),
          attempt.detail());
    }
    synchronized (this) {
      ended.add(new DeliveryQueue.Ended(message, attempt));
      notifyAll();
    }
  }

  /** Writes down what has ended, all at once; if that fails, it is for the next time. */
  private void settle() {
    List<DeliveryQueue.Ended> all;
    synchronized (this) {
      all = List.copyOf(ended);
    }
    if (all.isEmpty()) {
      return;
    }
    List<DeliveryQueue.Ended> ours = queue.settle(all);
    synchronized (this) {
      ended.subList(0, all.size()).clear();
      ours.forEach(one -> outcomes.merge(one.attempt().outcome(), 1L, Long::sum));
      for (DeliveryQueue.Ended one : all) {
        underWay.computeIfPresent(
            one.message().channel().id(), (id, count) -> count == 1 ? null : count - 1);
      }
    }
  }

  private Attempt attempt(Message message, Instant lent) {
    Duration part = lease.dividedBy(PARTS_OF_A_LEASE);
    Duration gone = Duration.between(lent, clock.instant());
    if (gone.compareTo(part) > 0) {
      // Begun so late, it might end when somebody else is at it already.
      return notBegun(clock.instant());
    }
    Receipt receipt = attempt(message, lease.minus(part).minus(gone));
    Instant now = clock.instant();
    String channel = message.channel().id();
    breaker.record(channel, receipt.verdict() != Receipt.Verdict.LATER, now);
    if (receipt.retryAfter() != null) {
      breaker.rest(channel, now.plus(capped(receipt.retryAfter())));
    }
    return judge(message, receipt, now);
  }

  /** The receiver, who was not asked, does not wait for it as for one that failed. */
  private static Attempt notBegun(Instant now) {
    return new Attempt(
        now,
        Attempt.Outcome.RETRY,
        null,
        "not begun in time: this machine is busy",
        now.plus(PAUSE_OF_A_BUSY_MACHINE));
  }

  /** Gives up when that time is over. */
  private Receipt attempt(Message message, Duration time) {
    try (Alarm alarm = new Alarm(time)) {
      Receipt receipt;
      try {
        receipt = Objects.requireNonNull(couriers.get(message.channel().kind())).deliver(message);
      } catch (InterruptedException e) {
        receipt = Receipt.later(null, "no answer");
      } catch (RuntimeException e) {
        LOG.warn("message {}: a fault of ours", message.id(), e);
        receipt = Receipt.later(null, "a fault of ours: " + e.getClass().getSimpleName());
      }
      return alarm.rang() && receipt.verdict() == Receipt.Verdict.LATER
          ? new Receipt(
              Receipt.Verdict.LATER,
              receipt.status(),
              String.format(
                  Locale.ROOT,
                  "given up after %.1f s: %s",
                  time.toMillis() / 1e3,
                  receipt.detail()),
              receipt.retryAfter())
          : receipt;
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

  /** Ends early when it is stopped, and, if wanted, when an attempt has ended. */
  private synchronized void pause(Duration time, boolean untilOneEnded)
      throws InterruptedException {
    if (!stopped && !(untilOneEnded && !ended.isEmpty())) {
      wait(time.toMillis());
    }
  }

  /** What is under way ends, and is written down if the queue answers. */
  private void finish() throws InterruptedException {
    synchronized (this) {
      while (underWay.values().stream().mapToInt(Integer::intValue).sum() > ended.size()) {
        wait();
      }
    }
    try {
      settle();
    } catch (RuntimeException e) {
      LOG.warn(
          "queue of deliveries: {}; what ended last is sent once more when its lease is over",
          e.getMessage());
    }
  }
}
