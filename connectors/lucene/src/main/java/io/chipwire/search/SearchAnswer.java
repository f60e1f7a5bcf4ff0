package io.chipwire.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an index answers; written with {@code ExtractionJson.mapper()} it is what {@code chipwire
 * search --json} prints and the HTTP API sends.
 *
 * @param total how many articles match, copies included
 * @param snapshot the state of the index that was asked
 * @param cursor where the next answer goes on; null if this is the last
 */
public record SearchAnswer(
    long total,
    Snapshot snapshot,
    List<Hit> results,
    @JsonInclude(Include.NON_NULL) @Nullable String cursor) {

  /** Copies the list. */
  public SearchAnswer {
    results = List.copyOf(results);
  }
}
