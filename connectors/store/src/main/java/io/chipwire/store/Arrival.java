package io.chipwire.store;

import java.time.Instant;

/**
 * An alert and when it was put in.
 *
 * @param filedAt by the store's clock, to the millisecond
 */
public record Arrival(FiledAlert filed, Instant filedAt) {}
