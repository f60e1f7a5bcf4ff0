package io.chipwire.search;

import java.util.List;
import java.util.Map;

/**
 * What an article was found to meet.
 *
 * @param matches in the order of the queries' ids
 * @param queriesRun how many queries could not be told from their terms alone, and were run
 * @param failures by query id: what went wrong when it was run
 */
public record StoredMatches(
    List<StoredMatch> matches, int queriesRun, Map<String, String> failures) {

  /** Copies both. */
  public StoredMatches {
    matches = List.copyOf(matches);
    failures = Map.copyOf(failures);
  }
}
