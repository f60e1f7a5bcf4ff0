package io.chipwire.search;

import io.chipwire.query.Query;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A question to an index.
 *
 * @param limit how many articles at most, from 0 to {@value #MAX_LIMIT}
 * @param fold whether copies of an article are put under the first of them
 * @param cursor where the answer before this one ended ({@link SearchAnswer#cursor}); null for the
 *     first
 * @param timeout how long it may take
 */
public record SearchRequest(
    Query query,
    int limit,
    SearchOrder order,
    boolean fold,
    @Nullable String cursor,
    Duration timeout) {

  /** Most articles in one answer; an export has no such limit. */
  public static final int MAX_LIMIT = 1_000;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Checks the limit. */
  public SearchRequest {
    if (limit < 0 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit " + limit + ": expected 0 to " + MAX_LIMIT + " (export has no limit)");
    }
  }

  /** The first page by relevance, copies folded. */
  public static SearchRequest of(Query query, int limit) {
    return new SearchRequest(query, limit, SearchOrder.RELEVANCE, true, null, TIMEOUT);
  }

  /** The same in another order. */
  public SearchRequest orderedBy(SearchOrder other) {
    return new SearchRequest(query, limit, other, fold, cursor, timeout);
  }

  /** The same, going on where an answer ended. */
  public SearchRequest after(@Nullable String other) {
    return new SearchRequest(query, limit, order, fold, other, timeout);
  }

  /** The same, copies folded or not. */
  public SearchRequest folding(boolean other) {
    return new SearchRequest(query, limit, order, other, cursor, timeout);
  }

  /** The same with another time limit. */
  public SearchRequest within(Duration other) {
    return new SearchRequest(query, limit, order, fold, cursor, other);
  }
}
