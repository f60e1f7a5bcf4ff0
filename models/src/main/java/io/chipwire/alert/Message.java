package io.chipwire.alert;

import java.util.List;

/**
 * What is sent to one receiver at once: one alert, or a digest of several. Its id stays the same
 * through all attempts, so that a receiver can tell a repetition.
 *
 * @param id identity across attempts
 * @param subscription whose alerts, as it is now
 * @param alerts the oldest first; never empty
 * @param attempt which attempt this one is, from 1
 * @param lease proves to the queue that this attempt is still ours
 */
public record Message(
    String id,
    Channel channel,
    Subscription subscription,
    List<Alert> alerts,
    int attempt,
    String lease) {

  /** Copies the list. */
  public Message {
    alerts = List.copyOf(alerts);
  }
}
