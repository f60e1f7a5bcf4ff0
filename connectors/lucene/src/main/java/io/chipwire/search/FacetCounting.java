package io.chipwire.search;

import io.chipwire.query.Query;
import io.chipwire.search.FacetAnswer.Bar;
import io.chipwire.search.FacetAnswer.Count;
import io.chipwire.search.SearchRefusedException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Counts the articles of a query by property and by time. One searcher, one thread. */
final class FacetCounting {

  /** An interval that gives more bars than this is too short, where nobody asked for it. */
  private static final int MANY_BARS = 60;

  /** Never more bars than this: more years than {@code Interval.YEAR} has are cut at the start. */
  private static final int MAX_BARS = 5_000;

  private final IndexSearcher searcher;
  private final FacetStates states;
  private final LuceneQueries queries;

  FacetCounting(IndexSearcher searcher, FacetStates states, LuceneQueries queries) {
    this.searcher = searcher;
    this.states = states;
    this.queries = queries;
  }

  FacetAnswer count(
      Snapshot snapshot, Query query, int values, @Nullable Interval interval, Duration timeout)
      throws IOException, SearchRefusedException {
    FacetsCollector matching =
        searcher.search(queries.articles(query), new FacetsCollectorManager(false));
    if (searcher.timedOut()) {
      throw new SearchRefusedException(
          Reason.TIMEOUT,
          "facets of \"" + query + "\": took longer than " + timeout.toMillis() + " ms");
    }
    long total = 0;
    for (MatchingDocs docs : matching.getMatchingDocs()) {
      total += docs.totalHits();
    }
    Map<String, List<Count>> facets = new LinkedHashMap<>();
    for (String name : FacetStates.names()) {
      facets.put(name, counts(name, matching, values));
    }
    TreeMap<LocalDate, Long> days = days(matching);
    long dated = days.values().stream().mapToLong(Long::longValue).sum();
    Interval chosen = interval == null ? suitable(days) : interval;
    return new FacetAnswer(total, snapshot, facets, chosen, bars(days, chosen), total - dated);
  }

  private List<Count> counts(String name, FacetsCollector matching, int values) throws IOException {
    StringDocValuesReaderState state = states.byName().get(name);
    if (state == null || values == 0) {
      return List.of();
    }
    String field = FacetStates.field(name);
    FacetResult top = new StringValueFacetCounts(state, matching).getTopChildren(values, field);
    return top == null
        ? List.of()
        : Arrays.stream(top.labelValues)
            .map(found -> new Count(found.label, found.value.longValue()))
            .toList();
  }

  private static TreeMap<LocalDate, Long> days(FacetsCollector matching) throws IOException {
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    long dayMillis = Duration.ofDays(1).toMillis();
    for (MatchingDocs docs : matching.getMatchingDocs()) {
      SortedNumericDocValues published =
          DocValues.getSortedNumeric(docs.context().reader(), IndexSchema.PUBLISHED);
      DocIdSetIterator each = docs.bits().iterator();
      if (each == null) {
        continue;
      }
      for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
        if (published.advanceExact(doc)) {
          long day = Math.floorDiv(published.nextValue(), dayMillis);
          days.merge(LocalDate.ofEpochDay(day), 1L, Long::sum);
        }
      }
    }
    return days;
  }

  private static Interval suitable(TreeMap<LocalDate, Long> days) {
    if (days.isEmpty()) {
      return Interval.MONTH;
    }
    for (Interval interval : Interval.values()) {
      LocalDate start = interval.start(days.firstKey());
      int bars = 1;
      while (bars <= MANY_BARS && start.isBefore(interval.start(days.lastKey()))) {
        start = interval.next(start);
        bars++;
      }
      if (bars <= MANY_BARS) {
        return interval;
      }
    }
    return Interval.YEAR;
  }

  private static List<Bar> bars(TreeMap<LocalDate, Long> days, Interval interval) {
    if (days.isEmpty()) {
      return List.of();
    }
    TreeMap<LocalDate, Long> starts = new TreeMap<>();
    days.forEach((day, count) -> starts.merge(interval.start(day), count, Long::sum));
    List<Bar> bars = new ArrayList<>();
    LocalDate last = starts.lastKey();
    for (LocalDate start = starts.firstKey();
        !start.isAfter(last) && bars.size() < MAX_BARS;
        start = interval.next(start)) {
      bars.add(new Bar(start, starts.getOrDefault(start, 0L)));
    }
    return bars;
  }
}
