package io.chipwire.app.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.app.json.AlertJson;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.store.Arrival;
import io.chipwire.store.StoreException;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who listens to new alerts, with a thread of its own: a slow one holds up nobody else, and one
 * that is too slow is sent away. It may come back with the last event's id.
 */
final class AlertListener {

  private static final Logger LOG = LoggerFactory.getLogger(AlertListener.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int WAITING = 1_000;
  private static final int REMEMBERED = 2_000;

  private final SseClient client;
  private final @Nullable String subscription;
  private final BooleanSupplier welcome;
  private final BlockingQueue<Arrival> waiting = new ArrayBlockingQueue<>(WAITING);

  private final @Nullable MissedAlerts missed;

  /** Ids of alerts that were told last; more than can wait. */
  private final Set<String> told = new LinkedHashSet<>();

  private long asked = System.nanoTime();

  private final AtomicBoolean left = new AtomicBoolean();
  private final Thread thread;

  /**
   * A listener.
   *
   * @param welcome says whether it may listen on, for a token may be revoked
   * @param missed what is to be told first; null if it is new
   */
  AlertListener(
      SseClient client,
      @Nullable String subscription,
      BooleanSupplier welcome,
      @Nullable MissedAlerts missed) {
    this.client = client;
    this.welcome = welcome;
    this.missed = missed;
    this.subscription = subscription;
    this.thread = Thread.ofVirtual().name("alert-listener").unstarted(this::tell);
  }

  /** Holds the connection, and says when it is over. */
  void keepAlive(Runnable over) {
    client.keepAlive();
    client.onClose(over);
  }

  boolean isGone() {
    return client.terminated();
  }

  void start() {
    thread.start();
  }

  /** Ends it; false if that was done before. */
  boolean leave() {
    thread.interrupt();
    return left.compareAndSet(false, true);
  }

  void close() {
    client.close();
  }

  /** Tells of an alert, if it is one for this listener, once what it missed is told. */
  void offer(Arrival arrival) {
    boolean wanted =
        subscription == null || subscription.equals(arrival.filed().alert().subscriptionId());
    if (wanted && !waiting.offer(arrival)) {
      thread.interrupt();
    }
  }

  private void tell() {
    try {
      client.sendComment("welcome");
      if (tellMissed()) {
        tellNew();
      }
    } catch (InterruptedException e) {
      // it left, or was too slow
    } catch (StoreException e) {
      LOG.warn("a listener is sent away, as the store does not answer", e);
    } finally {
      client.close();
    }
  }

  /** False if it may not listen on, or is gone. */
  private boolean tellMissed() {
    if (missed != null) {
      for (List<Arrival> page = missed.next(); !page.isEmpty(); page = missed.next()) {
        for (Arrival arrival : page) {
          if (!listensOn() || Thread.currentThread().isInterrupted()) {
            return false;
          }
          send(arrival);
        }
      }
    }
    return true;
  }

  private void tellNew() throws InterruptedException {
    while (true) {
      Arrival arrival = waiting.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
      if (!listensOn()) {
        return;
      }
      if (arrival == null) {
        client.sendComment("still here");
      } else {
        send(arrival);
      }
    }
  }

  private boolean listensOn() {
    if (client.terminated()) {
      return false;
    }
    if (System.nanoTime() - asked < HEARTBEAT.toNanos()) {
      return true;
    }
    asked = System.nanoTime();
    return welcome.getAsBoolean();
  }

  /** Unless it was sent: what comes in while the missed ones are told is among them. */
  private void send(Arrival arrival) {
    if (!told.add(arrival.filed().alert().id())) {
      return;
    }
    if (told.size() > REMEMBERED) {
      told.remove(told.iterator().next());
    }
    client.sendEvent("alert", json(arrival), Long.toString(arrival.filedAt().toEpochMilli()));
  }

  private static String json(Arrival arrival) {
    try {
      return ExtractionJson.mapper().writeValueAsString(AlertJson.of(arrival));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("alert " + arrival.filed().alert().id(), e);
    }
  }
}
