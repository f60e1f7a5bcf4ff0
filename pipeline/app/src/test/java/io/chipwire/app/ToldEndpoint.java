package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Attempt;
import io.chipwire.store.DeliveryState;
import io.chipwire.store.LedgerEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * An endpoint beside what the ledger says of it.
 *
 * @param entries all that the ledger has of it
 */
record ToldEndpoint(Endpoint endpoint, List<LedgerEntry> entries) {

  static ToldEndpoint of(Endpoint endpoint, List<LedgerEntry> ledger) {
    return new ToldEndpoint(
        endpoint,
        ledger.stream().filter(entry -> entry.channel().target().equals(endpoint.url())).toList());
  }

  /** It has these messages, each once, but for those of which a notifier did not hear the end. */
  void requireAll(Set<String> ids) {
    assertThat(endpoint.accepted().keySet()).isEqualTo(ids);
    requireEntries(ids, DeliveryState.DELIVERED);
    for (LedgerEntry entry : entries) {
      assertThat(endpoint.accepted().get(entry.messageId()))
          .as("message %s, attempts %s", entry.messageId(), entry.attempts())
          .isBetween(1, 1 + unheard(entry));
    }
  }

  /** The ledger has one entry for each of these messages, in that state. */
  void requireEntries(Set<String> ids, DeliveryState state) {
    assertThat(entries).extracting(LedgerEntry::messageId).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(entries).extracting(LedgerEntry::state).containsOnly(state);
  }

  /** Every attempt is in the ledger; of those that were lost the endpoint heard, or not. */
  void requireEveryAttempt() {
    int begun = entries.stream().mapToInt(LedgerEntry::begun).sum();
    long answered =
        entries.stream()
            .flatMap(entry -> entry.attempts().stream())
            .filter(one -> one.attempt().status() != null)
            .count();
    assertThat(endpoint.requests()).isBetween((int) answered, begun);
  }

  /** When it answered for the first time. */
  Instant firstAnswer() {
    return entries.stream()
        .flatMap(entry -> entry.attempts().stream())
        .map(LedgerEntry.NumberedAttempt::attempt)
        .filter(attempt -> attempt.status() != null)
        .map(Attempt::at)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** How many attempts ended nobody knows how. */
  int unheard() {
    return entries.stream().mapToInt(ToldEndpoint::unheard).sum();
  }

  /** How many messages it accepted more than once. */
  long repeated() {
    return endpoint.accepted().values().stream().filter(times -> times > 1).count();
  }

  private static int unheard(LedgerEntry entry) {
    return (int)
        entry.attempts().stream()
            .map(LedgerEntry.NumberedAttempt::attempt)
            .filter(one -> one.status() == null && !one.detail().startsWith("not begun"))
            .count();
  }
}
