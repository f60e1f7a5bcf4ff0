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

  private final Query query;
  private final Sort sort;
  private final boolean scores;

  /** Whether the date is what counts first; it is then looked at once. */
  private final boolean newest;

  Ranking(
      LuceneQueries queries, io.chipwire.query.Query query, SearchOrder order, long todayMillis) {
    this.scores = order == SearchOrder.RELEVANCE && queries.scores(query);
    this.newest = order == SearchOrder.DATE || (order == SearchOrder.RELEVANCE && !scores);
    Query articles = queries.articles(query);
    this.query =
        scores ? FunctionScoreQuery.boostByValue(articles, new Recency(todayMillis)) : articles;
    SortField published =
        LongField.newSortField(IndexSchema.PUBLISHED, true, SortedNumericSelector.Type.MAX);
    published.setMissingValue(Long.MIN_VALUE);
    SortField id = new SortField(IndexSchema.ID_HASH, SortField.Type.LONG);
    this.sort =
        newest
            ? new Sort(published, id)
            : new Sort(
                scores ? SortField.FIELD_SCORE : largestFigure(queries, query), published, id);
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
    if (newest) {
      return published(hit);
    }
    return scores
        ? Float.floatToRawIntBits((Float) hit.fields[0])
        : NumericUtils.doubleToSortableLong((Double) hit.fields[0]);
  }

  /** A hit's date. */
  long published(FieldDoc hit) {
    return (Long) hit.fields[newest ? 0 : 1];
  }

  /** The hash of a hit's id. */
  long idHash(FieldDoc hit) {
    return (Long) hit.fields[newest ? 1 : 2];
  }

  /** How good a hit is, for showing. */
  double score(FieldDoc hit) {
    return scores ? (Float) hit.fields[0] : 0;
  }

  /** The place behind which a cursor goes on. */
  FieldDoc after(Cursor cursor) {
    if (newest) {
      return new FieldDoc(
          Integer.MAX_VALUE, Float.NaN, new Object[] {cursor.published(), cursor.idHash()});
    }
    Object key =
        scores
            ? (Object) Float.intBitsToFloat((int) cursor.key())
            : (Object) NumericUtils.sortableLongToDouble(cursor.key());
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
