package io.chipwire.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a watched source, as a checkpoint keeps it.
 *
 * @param validators of the version read last
 * @param due when to look next
 * @param interval between looks, at present
 * @param failures in a row
 * @param trouble what the last look failed with; null if it did not
 * @param backlog further documents that are still to be read, in order
 * @param seen links seen lately, as fingerprints of address and version, those seen longest ago
 *     first
 * @param rhythm how often it has news
 */
public record WatchState(
    Validators validators,
    Instant due,
    Duration interval,
    int failures,
    @Nullable String trouble,
    List<FurtherDocument> backlog,
    Map<Long, Long> seen,
    Rhythm rhythm) {

  /** Copies list and map. */
  public WatchState {
    backlog = List.copyOf(backlog);
    seen = new LinkedHashMap<>(seen);
  }

  /** A source that was never looked at: it is due at once. */
  public static WatchState fresh(WatchedSource source) {
    return new WatchState(
        Validators.NONE,
        Instant.EPOCH,
        source.minPoll(),
        0,
        null,
        List.of(),
        Map.of(),
        Rhythm.UNKNOWN);
  }
}
