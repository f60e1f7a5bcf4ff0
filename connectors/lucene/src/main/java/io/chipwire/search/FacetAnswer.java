package io.chipwire.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How the articles that match a query are spread. Counts are of articles, copies included.
 *
 * @param facets by property ({@code company}, {@code product}, {@code kind}, {@code metric}, {@code
 *     publisher}, {@code month}…), the most frequent values first
 * @param interval the length of the histogram's intervals
 * @param histogram all intervals from the first article to the last, in order, empty ones too
 * @param undated how many have no date
 */
public record FacetAnswer(
    long total,
    Snapshot snapshot,
    Map<String, List<Count>> facets,
    Interval interval,
    List<Bar> histogram,
    long undated) {

  /** How many articles have a value. */
  public record Count(String value, long count) {}

  /** How many articles were published in an interval, which starts on that day. */
  public record Bar(LocalDate start, long count) {}
}
