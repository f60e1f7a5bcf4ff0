package io.chipwire.app.web;

import io.chipwire.app.web.Questions.BadParameterException;
import io.chipwire.store.Arrival;
import io.chipwire.store.Inbox;
import io.chipwire.store.StoreException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.TooManyRequestsResponse;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of new alerts as server-sent events. The store is asked once a second for all of
 * them, and only while there is one. Thread-safe.
 *
 * <p>An event's id is the time at which the alert was put in, in milliseconds. Who comes back with
 * the last id it saw is told everything from that time on, so that an event may come twice but none
 * is left out; the alert's own id tells.
 *
 * <p><b>Decision: look back a minute each time.</b> An alert gets its time when it is put in and
 * can be seen when its transaction ends, perhaps behind a later one, and writers' clocks differ.
 */
final class AlertStream implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AlertStream.class);

  /** Each listener holds a connection and a thread of its own. */
  static final int MOST_LISTENERS = 100;

  private static final int MOST_AT_ONCE = 5_000;
  private static final Duration BACK = Duration.ofMinutes(1);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final AlertDesk desk;
  private final Access access;
  private final Semaphore places = new Semaphore(MOST_LISTENERS);
  private final Set<AlertListener> listeners = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> seen = new LinkedHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("alert-stream").factory());

  AlertStream(AlertDesk desk, Access access) {
    this.desk = desk;
    this.access = access;
    clock.scheduleWithFixedDelay(
        this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How many listen. */
  int listeners() {
    return listeners.size();
  }

  /** Answers with events for as long as the caller listens. */
  void listen(Context context) {
    if (context.method().equals(HandlerType.HEAD)) {
      return;
    }
    String accepted = context.header("Accept");
    if (accepted == null || !accepted.contains("text/event-stream")) {
      throw new HttpResponseException(
          HttpStatus.NOT_ACCEPTABLE.getCode(), "Accept: expected text/event-stream");
    }
    String subscription = context.queryParam("subscription");
    if (subscription != null) {
      desk.subscription(subscription);
    }
    Instant from = from(context);
    if (!places.tryAcquire()) {
      context.header("Retry-After", "10");
      throw new TooManyRequestsResponse(
          MOST_LISTENERS + " listen already, more than that are not taken");
    }
    AtomicBoolean listening = new AtomicBoolean();
    try {
      BooleanSupplier welcome = access.stillAdmits(context);
      new SseHandler(
              client -> {
                listening.set(true);
                MissedAlerts missed =
                    from == null ? null : new MissedAlerts(inbox(), subscription, from);
                join(new AlertListener(client, subscription, welcome, missed));
              })
          .handle(context);
    } catch (Throwable e) { // also what Javalin throws without saying so, of a caller who is gone
      if (!listening.get()) {
        places.release();
      }
      throw e;
    }
  }

  /** From where a listener goes on; null for a new one. */
  private static @Nullable Instant from(Context context) {
    String header = context.header("Last-Event-ID");
    String last = header == null ? context.queryParam("lastEventId") : header;
    try {
      return last == null || last.isBlank() ? null : Instant.ofEpochMilli(Long.parseLong(last));
    } catch (NumberFormatException e) {
      throw new BadParameterException(
          "last event id \"" + last + "\": expected one that was given here", e);
    }
  }

  private void join(AlertListener listener) {
    listener.keepAlive(() -> leave(listener));
    try {
      synchronized (seen) {
        if (listeners.isEmpty()) {
          forget(desk.now());
          arrived(desk.now());
        }
        listeners.add(listener);
      }
      listener.start();
    } catch (RuntimeException e) {
      LOG.warn("a listener cannot be told", e);
      listener.close();
      leave(listener);
    }
    if (listener.isGone()) {
      leave(listener);
    }
  }

  private void leave(AlertListener listener) {
    listeners.remove(listener);
    if (listener.leave()) {
      places.release();
    }
  }

  private void look() {
    try {
      synchronized (seen) {
        if (!listeners.isEmpty()) {
          Instant now = desk.now();
          forget(now);
          for (Arrival arrival : arrived(now)) {
            listeners.forEach(listener -> listener.offer(arrival));
          }
        }
      }
    } catch (StoreException e) {
      LOG.warn("new alerts cannot be told", e);
    } catch (RuntimeException e) {
      // Thrown on, it would end the looking for good.
      LOG.error("new alerts cannot be told", e);
    }
  }

  private List<Arrival> arrived(Instant now) {
    return inbox().since(now.minus(BACK), MOST_AT_ONCE).stream()
        .filter(
            arrival -> seen.putIfAbsent(arrival.filed().alert().id(), arrival.filedAt()) == null)
        .toList();
  }

  private void forget(Instant now) {
    seen.values().removeIf(time -> time.isBefore(now.minus(BACK.multipliedBy(2))));
  }

  private Inbox inbox() {
    return desk.store().inbox();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    listeners.forEach(AlertListener::close);
  }
}
