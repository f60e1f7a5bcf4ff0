package io.chipwire.search;

import java.io.IOException;
import java.util.stream.IntStream;
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

  private final TermSet terms;
  private final AnchorCache cache;

  AnchorQuery(TermSet terms, AnchorCache cache) {
    this.terms = terms;
    this.cache = cache;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {

      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
        IntStream.Builder found = IntStream.builder();
        cache.of(segment.reader()).candidates(terms, found::add);
        int[] candidates = found.build().toArray();
        DocIdSetBuilder set = new DocIdSetBuilder(segment.reader().maxDoc());
        DocIdSetBuilder.BulkAdder adder = set.grow(candidates.length);
        for (int candidate : candidates) {
          adder.add(candidate);
        }
        DocIdSetIterator queries = set.build().iterator();
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
    return "anchored(" + terms.size() + " terms)";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnchorQuery that && terms == that.terms;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(terms);
  }
}
