package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Subscription;
import io.chipwire.store.AlertStore;
import io.chipwire.store.DeliveryFilter;
import io.chipwire.store.DeliveryState;
import io.chipwire.store.LedgerEntry;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  @Test
  void losesNothingAndRepeatsNothingButWhatWasUnderWay() throws Exception {
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
      Set<String> ids = put(store, subscription);

      killAgainAndAgain(file, () -> accepted(one, two, slow, busy) == 4 * ids.size());

      List<LedgerEntry> ledger = store.ledger().list(DeliveryFilter.ALL, 100_000);
      assertThat(ledger).hasSize(all.size() * ids.size());
      for (Endpoint healthy : List.of(one, two, slow, busy)) {
        List<LedgerEntry> entries = of(ledger, healthy);
        assertThat(healthy.accepted().keySet()).isEqualTo(ids);
        assertThat(entries).extracting(LedgerEntry::state).containsOnly(DeliveryState.DELIVERED);
        assertThat(moreThanOnce(healthy))
            .as("repeated only if the notifier was killed between answer and ledger")
            .isSubsetOf(lost(entries));
      }
      assertThat(of(ledger, gone)).extracting(LedgerEntry::state).containsOnly(DeliveryState.DEAD);
      assertThat(of(ledger, failing))
          .extracting(LedgerEntry::state)
          .containsOnly(DeliveryState.WAITING);
      for (Endpoint endpoint : all) {
        List<Attempt> attempts = attempts(of(ledger, endpoint));
        long answered =
            attempts.stream().filter(a -> a.outcome() != Attempt.Outcome.LOST).count();
        // Of those that were lost the receiver may have heard, or not.
        assertThat((long) endpoint.requests()).isBetween(answered, (long) attempts.size());
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
                endpoints.stream().map(one -> Receivers.webhook(one.url())).toList(),
                Delivery.INSTANT,
                null,
                0,
                true));
  }

  private static Set<String> put(AlertStore store, Subscription subscription) {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < ALERTS; i++) {
      alerts.add(TestAlerts.alert(subscription, "article" + i, Instant.now()));
    }
    assertThat(store.outbox().put(alerts)).isEqualTo(ALERTS);
    return alerts.stream().map(Alert::id).collect(Collectors.toSet());
  }

  /** Two notifiers share the work all the time; what a killed one had is taken over. */
  private void killAgainAndAgain(Path store, java.util.function.BooleanSupplier done)
      throws Exception {
    Random random = new Random(7);
    List<Process> running = new ArrayList<>();
    try {
      running.add(NotifierProcess.start(store));
      for (int kill = 0; kill < KILLS; kill++) {
        running.add(NotifierProcess.start(store));
        TimeUnit.MILLISECONDS.sleep(1_500 + random.nextInt(1_500));
        running.removeFirst().destroyForcibly().waitFor();
      }
      while (!done.getAsBoolean()) {
        assertThat(running).allMatch(Process::isAlive);
        TimeUnit.MILLISECONDS.sleep(100);
      }
      // The answers are heard, and what a killed one left at the gone endpoint is taken over.
      TimeUnit.MILLISECONDS.sleep(1_000);
    } finally {
      for (Process process : running) {
        process.destroy();
        process.waitFor();
      }
    }
  }

  private static int accepted(Endpoint... endpoints) {
    return Stream.of(endpoints).mapToInt(one -> one.accepted().size()).sum();
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

  private static Set<String> lost(List<LedgerEntry> entries) {
    return entries.stream()
        .filter(
            entry ->
                entry.attempts().stream()
                    .anyMatch(one -> one.attempt().outcome() == Attempt.Outcome.LOST))
        .map(entry -> String.valueOf(entry.messageId()))
        .collect(Collectors.toSet());
  }

  private static List<Attempt> attempts(List<LedgerEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.attempts().stream())
        .map(LedgerEntry.NumberedAttempt::attempt)
        .toList();
  }
}
