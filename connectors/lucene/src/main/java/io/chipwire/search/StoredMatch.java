package io.chipwire.search;

import io.chipwire.query.Query;
import java.util.List;

/**
 * A stored query that an article meets.
 *
 * @param id the query's
 * @param hit the article as a search for that query would show it
 * @param met the parts of the query that the article meets: all that stand side by side, and of
 *     alternatives those that hold
 */
public record StoredMatch(String id, Hit hit, List<Query> met) {

  /** Copies the list. */
  public StoredMatch {
    met = List.copyOf(met);
  }
}
