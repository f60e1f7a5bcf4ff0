package io.chipwire.search;

import io.chipwire.query.FactKind;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToParentBlockJoinSortField;
import org.apache.lucene.util.NumericUtils;

/**
 * The order of an answer, total: ties go to the newer article, then to the smaller hash of the id.
 * Immutable.
 */
final class Ranking {

  private final SearchOrder order;
  private final Query query;
  private final Sort sort;
  private final boolean scores;

  Ranking(
      LuceneQueries queries, io.chipwire.query.Query query, SearchOrder order, long todayMillis) {
    this.order = order;
    this.scores = order == SearchOrder.RELEVANCE && queries.scores(query);
    Query articles = queries.articles(query);
    this.query =
        scores ? FunctionScoreQuery.boostByValue(articles, new Recency(todayMillis)) : articles;
    SortField published =
        LongField.newSortField(IndexSchema.PUBLISHED, true, SortedNumericSelector.Type.MAX);
    published.setMissingValue(Long.MIN_VALUE);
    SortField id = new SortField(IndexSchema.ID_HASH, SortField.Type.LONG);
    this.sort =
        switch (order) {
          case RELEVANCE ->
              scores
                  ? new Sort(SortField.FIELD_SCORE, published, id)
                  : new Sort(published, published, id);
          case DATE -> new Sort(published, published, id);
          case VALUE -> new Sort(largestFigure(queries, query), published, id);
        };
  }

  Query query() {
    return query;
  }

  Sort sort() {
    return sort;
  }

  /** Whether articles have scores; where a query has no words, the newest come first. */
  boolean scores() {
    return scores;
  }

  /** The bits of a hit's first sort value. */
  long key(FieldDoc hit) {
    return switch (order) {
      case RELEVANCE ->
          scores ? Float.floatToRawIntBits((Float) hit.fields[0]) : (Long) hit.fields[0];
      case DATE -> (Long) hit.fields[0];
      case VALUE -> NumericUtils.doubleToSortableLong((Double) hit.fields[0]);
    };
  }

  /** A hit's date. */
  static long published(FieldDoc hit) {
    return (Long) hit.fields[1];
  }

  /** The hash of a hit's id. */
  static long idHash(FieldDoc hit) {
    return (Long) hit.fields[2];
  }

  /** How good a hit is, for showing. */
  double score(FieldDoc hit) {
    return scores ? (Float) hit.fields[0] : 0;
  }

  /** The place behind which a cursor goes on. */
  FieldDoc after(Cursor cursor) {
    Object key =
        switch (order) {
          case RELEVANCE ->
              scores ? (Object) Float.intBitsToFloat((int) cursor.key()) : (Object) cursor.key();
          case DATE -> cursor.key();
          case VALUE -> NumericUtils.sortableLongToDouble(cursor.key());
        };
    return new FieldDoc(
        Integer.MAX_VALUE,
        scores ? (Float) key : Float.NaN,
        new Object[] {key, cursor.published(), cursor.idHash()});
  }

  private static SortField largestFigure(LuceneQueries queries, io.chipwire.query.Query query) {
    Query figures = queries.facts(query, FactKind.FIGURE);
    if (figures instanceof MatchNoDocsQuery) {
      figures = new TermQuery(new Term(IndexSchema.TYPE, IndexSchema.TYPE_FIGURE));
    }
    SortField largest =
        new ToParentBlockJoinSortField(
            IndexSchema.HIGH,
            SortField.Type.DOUBLE,
            true,
            queries.articles(),
            new QueryBitSetProducer(figures));
    largest.setMissingValue(Double.NEGATIVE_INFINITY);
    return largest;
  }
}
