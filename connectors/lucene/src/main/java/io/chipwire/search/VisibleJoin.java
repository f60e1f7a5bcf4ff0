package io.chipwire.search;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/**
 * A join from facts to articles that shows the terms it needs. Lucene's own join hides its inside
 * from visitors, so that a stored query of nothing but conditions on facts would leave no term and
 * run on every article. Immutable.
 */
final class VisibleJoin extends Query {

  private final Query child;
  private final ToParentBlockJoinQuery join;

  VisibleJoin(Query child, BitSetProducer articles) {
    this.child = child;
    this.join = new ToParentBlockJoinQuery(child, articles, ScoreMode.None);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return join;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    child.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(String field) {
    return "facts(" + child.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VisibleJoin that && join.equals(that.join);
  }

  @Override
  public int hashCode() {
    return join.hashCode();
  }
}
