package io.chipwire.store;

import io.chipwire.alert.Attempt;
import io.chipwire.alert.Channel;
import io.chipwire.fact.Labelled;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an alert got on one channel.
 *
 * @param removed whether the channel was taken out meanwhile
 * @param dueAt when it is tried next, if it waits
 * @param messageId under which it is sent; null while a digest is not yet put together
 * @param attempts all that were made, oldest first
 */
public record AlertDelivery(
    Channel channel,
    boolean removed,
    State state,
    Instant dueAt,
    @Nullable String messageId,
    List<Attempt> attempts) {

  /** Copies the list. */
  public AlertDelivery {
    attempts = List.copyOf(attempts);
  }

  /** Names are part of stores; do not rename. */
  public enum State implements Labelled {
    /** It is to be sent. */
    WAITING,
    /** The receiver has it. */
    DELIVERED,
    /** It will not be tried again, unless somebody asks for it. */
    DEAD
  }
}
