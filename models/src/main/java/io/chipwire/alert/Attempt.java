package io.chipwire.alert;

import io.chipwire.fact.Labelled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to deliver ended.
 *
 * @param at when it ended
 * @param status an HTTP or SMTP status, or null where there was none
 * @param detail for people, without secrets
 * @param nextAt when to try again; there for {@link Outcome#RETRY} only
 */
public record Attempt(
    Instant at,
    Outcome outcome,
    @Nullable Integer status,
    String detail,
    @Nullable Instant nextAt) {

  /** What follows from an attempt. Names are part of stores; do not rename. */
  public enum Outcome implements Labelled {
    /** The receiver has it. */
    DELIVERED,
    /** It will be tried again. */
    RETRY,
    /** It will not be tried again. */
    DEAD,
    /** The receiver wants nothing any more: its channel is disabled. */
    GONE,
    /** Nobody said how it ended: its notifier was killed. */
    LOST
  }
}
