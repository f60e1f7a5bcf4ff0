package io.chipwire.search;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Whether one document meets one of Lucene's queries, without what a search costs that prepares for
 * millions of documents. What it does not know it leaves to Lucene. One thread.
 */
abstract class DocumentCheck {

  /** Whether the document meets a query. */
  final boolean meets(Query query) throws IOException {
    return switch (query) {
      case TermQuery term -> has(term.getTerm());
      case BooleanQuery clauses -> meetsAll(clauses);
      case DisjunctionMaxQuery ways -> meetsAny(ways);
      case BoostQuery boosted -> meets(boosted.getQuery());
      case ConstantScoreQuery constant -> meets(constant.getQuery());
      case IndexOrDocValuesQuery either -> meets(either.getIndexQuery());
      case PointRangeQuery range -> isWithin(range);
      case MatchNoDocsQuery none -> false;
      case StatedFact fact -> states(fact.condition());
      default -> search(query);
    };
  }

  /** Whether it has a term. */
  abstract boolean has(Term term) throws IOException;

  /** Whether one of its numbers is within. */
  abstract boolean isWithin(PointRangeQuery range) throws IOException;

  /** Whether it states a fact that meets a condition. */
  abstract boolean states(Query condition) throws IOException;

  /** Asks Lucene. */
  abstract boolean search(Query query) throws IOException;

  private boolean meetsAll(BooleanQuery query) throws IOException {
    if (query.getMinimumNumberShouldMatch() > 1) {
      return search(query);
    }
    boolean required = false;
    boolean optional = false;
    boolean any = false;
    for (BooleanClause clause : query.clauses()) {
      switch (clause.occur()) {
        case MUST, FILTER -> {
          if (!meets(clause.query())) {
            return false;
          }
          required = true;
        }
        case MUST_NOT -> {
          if (meets(clause.query())) {
            return false;
          }
        }
        case SHOULD -> {
          optional = true;
          any = any || meets(clause.query());
        }
      }
    }
    return any || (required && (!optional || query.getMinimumNumberShouldMatch() == 0));
  }

  private boolean meetsAny(DisjunctionMaxQuery query) throws IOException {
    for (Query way : query.getDisjuncts()) {
      if (meets(way)) {
        return true;
      }
    }
    return false;
  }
}
