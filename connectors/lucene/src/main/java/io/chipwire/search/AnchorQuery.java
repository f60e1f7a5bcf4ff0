package io.chipwire.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.DocIdSetBuilder;

/** The stored queries that an article could meet, for the Monitor. For one search. */
final class AnchorQuery extends Query {

  private final long[] terms;
  private final AnchorCache cache;

  /**
   * A query.
   *
   * @param terms what the article has, as {@link TermHash}es, ascending
   */
  AnchorQuery(long[] terms, AnchorCache cache) {
    this.terms = terms;
    this.cache = cache;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {

      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
        DocIdSetBuilder found = new DocIdSetBuilder(segment.reader().maxDoc());
        cache.of(segment.reader()).candidates(terms, query -> found.grow(1).add(query));
        DocIdSetIterator queries = found.build().iterator();
        return queries == null
            ? null
            : new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, queries));
      }

      @Override
      public boolean isCacheable(LeafReaderContext segment) {
        return false; // no two articles are the same
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "anchored(" + terms.length + " terms)";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnchorQuery that && Arrays.equals(terms, that.terms);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(terms);
  }
}
