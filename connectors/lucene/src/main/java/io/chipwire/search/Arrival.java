package io.chipwire.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an article that can now be found set out.
 *
 * @param fetched when it was fetched
 * @param published when it was published; null where it does not say
 */
public record Arrival(Instant fetched, @Nullable Instant published) {}
