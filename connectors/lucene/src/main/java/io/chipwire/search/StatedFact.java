package io.chipwire.search;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * That an article states a fact which meets a condition, as a stored query asks it: nothing to be
 * run by Lucene, but something that shows the terms it needs, which Lucene's join hides, with their
 * {@link FactPairs}, and that {@link ArrivedArticle} checks fact by fact. Immutable.
 */
final class StatedFact extends Query {

  private final Query condition;
  private final Query shown;
  private final Query pairs;

  /**
   * A fact.
   *
   * @param condition what it must meet
   * @param shown the same with terms for its quantities, which a visitor sees
   */
  StatedFact(Query condition, Query shown) {
    this.condition = condition;
    this.shown = shown;
    this.pairs = FactPairs.neededFor(shown);
  }

  /** What one document of a fact must meet. */
  Query condition() {
    return condition;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor inside = visitor.getSubVisitor(Occur.MUST, this);
    shown.visit(inside);
    if (!(pairs instanceof MatchAllDocsQuery)) {
      pairs.visit(inside);
    }
  }

  @Override
  public String toString(String field) {
    return "fact(" + condition.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatedFact that && condition.equals(that.condition);
  }

  @Override
  public int hashCode() {
    return 31 * condition.hashCode() + 1;
  }
}
