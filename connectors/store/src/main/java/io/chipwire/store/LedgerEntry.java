package io.chipwire.store;

import io.chipwire.alert.Attempt;
import io.chipwire.alert.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver, and how it has fared.
 *
 * @param messageId what the receiver knows it by; null for a digest that is not made yet
 * @param dueAt when it is tried next, or was to be tried last
 * @param underWay whether a notifier is at it
 * @param begun how many attempts were begun, since it was asked for last; one more than ended if
 *     one is under way, or its notifier was killed just now
 * @param alerts how many alerts it holds
 * @param firstAlertId one of them
 * @param title of that one's article, or null where it has none
 * @param attempts all that ended, the first one first
 */
public record LedgerEntry(
    @Nullable String messageId,
    String owner,
    String subscription,
    Channel channel,
    DeliveryState state,
    Instant dueAt,
    boolean underWay,
    int begun,
    int alerts,
    String firstAlertId,
    @Nullable String title,
    List<NumberedAttempt> attempts) {

  /** Copies the list. */
  public LedgerEntry {
    attempts = List.copyOf(attempts);
  }

  /**
   * An attempt in the ledger.
   *
   * @param number from 1; from 1 again after a retry or a replay that somebody asked for
   * @param attempt its {@code nextAt} is null
   */
  public record NumberedAttempt(int number, Attempt attempt) {}
}
