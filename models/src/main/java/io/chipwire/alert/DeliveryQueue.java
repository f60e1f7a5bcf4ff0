package io.chipwire.alert;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is to be delivered. Several notifiers may share one: a message is lent to one of them at a
 * time. Thread-safe.
 *
 * <p>Every message is lent until it is settled. A notifier that is killed between the receiver's
 * answer and {@link #settle} leaves a message that is sent once more, under the same id.
 */
public interface DeliveryQueue {

  /**
   * Lends messages that are due.
   *
   * @param most how many messages at most
   * @param each how many of one channel at most, so that no receiver holds up the others
   * @param kinds of which kinds of channel; others are left to other notifiers
   * @param except ids of channels of which none is wanted
   * @param lease after how long they may be lent to another notifier, if they are not settled
   */
  List<Message> claim(
      int most, int each, Set<ChannelKind> kinds, Set<String> except, Duration lease);

  /**
   * Writes down how attempts ended; all of them, or none if this throws.
   *
   * @return those whose messages were still lent to us; of others nothing but the attempt was
   *     written
   */
  List<Ended> settle(List<Ended> ended);

  /** One of them; whether its message was still lent to us. */
  default boolean settle(Message message, Attempt attempt) {
    return !settle(List.of(new Ended(message, attempt))).isEmpty();
  }

  /** An attempt that has ended. */
  record Ended(Message message, Attempt attempt) {}
}
