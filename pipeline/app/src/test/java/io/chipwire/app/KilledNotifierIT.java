package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Alert;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.store.AlertStore;
import io.chipwire.store.DeliveryFilter;
import io.chipwire.store.DeliveryState;
import io.chipwire.store.LedgerEntry;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.Receivers;
import io.chipwire.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many alerts to endpoints of all tempers, by notifiers that are killed at random. How often is
 * said by the system property {@code chipwire.kills}, how many alerts by {@code chipwire.alerts}.
 */
@Timeout(900)
class KilledNotifierIT {

  private static final int KILLS = Integer.getInteger("chipwire.kills", 2);
  private static final int ALERTS = Integer.getInteger("chipwire.alerts", 200);

  @TempDir private Path folder;

  private final Set<String> ids = new HashSet<>();

  @Test
  void losesNothingAndRepeatsNothingButWhatWasUnderWay(TestReporter reporter) throws Exception {
    Path file = folder.resolve("alerts.db");
    AlertStore store =
        AlertStore.open(
            StoreLocation.of(file.toString()),
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString());
    try (Endpoint one = new Endpoint(Endpoint.Behaviour.status(200));
        Endpoint two = new Endpoint(Endpoint.Behaviour.status(200));
        Endpoint slow = new Endpoint(Endpoint.Behaviour.slow(20));
        Endpoint busy = new Endpoint(Endpoint.Behaviour.busy(4));
        Endpoint failing = new Endpoint(Endpoint.Behaviour.status(500));
        Endpoint gone = new Endpoint(Endpoint.Behaviour.status(410))) {
      List<Endpoint> all = List.of(one, two, slow, busy, failing, gone);
      Subscription subscription = subscribe(store, all);

      killAgainAndAgain(
          file, store, subscription, () -> waiting(store, all).equals(Set.of(failing)));

      List<LedgerEntry> ledger = store.ledger().list(DeliveryFilter.ALL, 100_000);
      for (Endpoint healthy : List.of(one, two, slow, busy)) {
        List<LedgerEntry> entries = of(ledger, healthy);
        assertThat(healthy.accepted().keySet()).isEqualTo(ids);
        assertThat(entries.size()).isEqualTo(ids.size());
        assertThat(entries).extracting(LedgerEntry::state).containsOnly(DeliveryState.DELIVERED);
        assertThat(moreThanOnce(healthy))
            .as("repeated only if the notifier was killed between answer and ledger")
            .isSubsetOf(unheard(entries));
        reporter.publishEntry(
            "answers not heard, messages repeated",
            unheard(entries).size() + ", " + moreThanOnce(healthy).size());
      }
      assertThat(of(ledger, gone)).extracting(LedgerEntry::state).containsOnly(DeliveryState.DEAD);
      assertThat(of(ledger, failing).size()).isEqualTo(ids.size());
      assertThat(of(ledger, failing))
          .extracting(LedgerEntry::state)
          .containsOnly(DeliveryState.WAITING);
      for (Endpoint endpoint : all) {
        List<LedgerEntry> entries = of(ledger, endpoint);
        int begun = entries.stream().mapToInt(LedgerEntry::begun).sum();
        // Of those that have no answer the receiver may have heard, or not.
        assertThat(endpoint.requests()).isBetween(heard(entries), begun);
      }
    }
  }

  private static Subscription subscribe(AlertStore store, List<Endpoint> endpoints)
      throws Exception {
    return store
        .subscriptions()
        .add(
            new NewSubscription(
                "memory",
                "memory",
                "ann",
                endpoints.stream()
                    .map(one -> Receivers.channel(ChannelKind.WEBHOOK, one.url()))
                    .toList(),
                new Rules(Delivery.INSTANT, null, 0, 1, true)));
  }

  private void put(AlertStore store, Subscription subscription, int count) {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      alerts.add(TestAlerts.alert(subscription, "article" + (ids.size() + i), Instant.now()));
    }
    assertThat(store.outbox().put(alerts)).isEqualTo(count);
    alerts.forEach(alert -> ids.add(alert.id()));
  }

  /** Two notifiers share the work; each is killed when there is some, and the other takes over. */
  private void killAgainAndAgain(
      Path file, AlertStore store, Subscription subscription, BooleanSupplier done)
      throws Exception {
    Random random = new Random(7);
    List<Process> running = new ArrayList<>();
    try {
      running.add(NotifierProcess.start(file));
      for (int kill = 0; kill < KILLS; kill++) {
        running.add(NotifierProcess.start(file));
        TimeUnit.MILLISECONDS.sleep(1_200); // it begins
        put(store, subscription, ALERTS / (KILLS + 1));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1_200));
        running.removeFirst().destroyForcibly().waitFor();
      }
      put(store, subscription, ALERTS - ids.size());
      while (!done.getAsBoolean()) {
        assertThat(running).allMatch(Process::isAlive);
        TimeUnit.MILLISECONDS.sleep(300);
      }
    } finally {
      for (Process process : running) {
        process.destroy();
        process.waitFor();
      }
    }
  }

  private static Set<Endpoint> waiting(AlertStore store, List<Endpoint> endpoints) {
    Set<String> targets =
        store.ledger().list(DeliveryFilter.ALL.in(DeliveryState.WAITING), 100_000).stream()
            .map(entry -> entry.channel().target())
            .collect(Collectors.toSet());
    return endpoints.stream()
        .filter(one -> targets.contains(one.url()))
        .collect(Collectors.toSet());
  }

  private static List<LedgerEntry> of(List<LedgerEntry> ledger, Endpoint endpoint) {
    return ledger.stream()
        .filter(entry -> entry.channel().target().equals(endpoint.url()))
        .toList();
  }

  private static Set<String> moreThanOnce(Endpoint endpoint) {
    return endpoint.accepted().entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Those of which an answer may not have been heard. */
  private static Set<String> unheard(List<LedgerEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.attempts().stream().anyMatch(one -> one.attempt().status() == null))
        .map(entry -> String.valueOf(entry.messageId()))
        .collect(Collectors.toSet());
  }

  private static int heard(List<LedgerEntry> entries) {
    return (int)
        entries.stream()
            .flatMap(entry -> entry.attempts().stream())
            .filter(one -> one.attempt().status() != null)
            .count();
  }
}
