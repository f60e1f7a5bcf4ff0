package io.chipwire.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What two properties of one fact have in common as one term: {@code metric=capex bucket=USD+10}.
 * An article with a capex and, in another fact, a value so large has the terms of both, but not
 * this one; so queries for it are not checked in vain. In no index on disk.
 */
final class FactPairs {

  /** Term: see the class. */
  static final String FIELD = "pair";

  /** Who or how much. */
  private static final List<String> FIRST =
      List.of(
          IndexSchema.SUBJECT, IndexSchema.OBLIGOR, IndexSchema.COUNTERPARTY, IndexSchema.BUCKET);

  /** What, or how much. */
  private static final List<String> SECOND =
      List.of(
          IndexSchema.METRIC, IndexSchema.KIND, IndexSchema.COMMITMENT_KIND, IndexSchema.BUCKET);

  /** A query with more alternatives is found by its single terms alone. */
  private static final int MOST = 64;

  private FactPairs() {}

  /** Those of a fact's document. */
  static List<StringField> of(Document fact) {
    List<StringField> pairs = new ArrayList<>();
    for (IndexableField first : fact) {
      if (FIRST.contains(first.name())) {
        for (IndexableField second : fact) {
          if (SECOND.contains(second.name()) && !first.name().equals(second.name())) {
            pairs.add(
                new StringField(
                    FIELD,
                    name(first.name(), first.stringValue(), second.name(), second.stringValue()),
                    Store.NO));
          }
        }
      }
    }
    return pairs;
  }

  /** One of which a fact must have that meets a condition; or everything, if there are none. */
  static Query neededFor(Query condition) {
    List<List<Term>> all = new ArrayList<>();
    collect(condition, all);
    BooleanQuery.Builder needed = new BooleanQuery.Builder();
    boolean found = false;
    for (List<Term> firsts : all) {
      for (List<Term> seconds : all) {
        if (fit(firsts, seconds)) {
          BooleanQuery.Builder any = new BooleanQuery.Builder();
          for (Term first : firsts) {
            for (Term second : seconds) {
              String pair = name(first.field(), first.text(), second.field(), second.text());
              any.add(new TermQuery(new Term(FIELD, pair)), Occur.SHOULD);
            }
          }
          needed.add(any.build(), Occur.FILTER);
          found = true;
        }
      }
    }
    return found ? needed.build() : new MatchAllDocsQuery();
  }

  private static boolean fit(List<Term> firsts, List<Term> seconds) {
    String first = firsts.getFirst().field();
    String second = seconds.getFirst().field();
    return FIRST.contains(first)
        && SECOND.contains(second)
        && !first.equals(second)
        && firsts.size() * seconds.size() <= MOST;
  }

  /** Of each property that is asked for, the values it may have. */
  private static void collect(Query condition, List<List<Term>> all) {
    switch (condition) {
      case TermQuery term -> all.add(List.of(term.getTerm()));
      case BooleanQuery clauses -> {
        List<Term> alternatives = alternatives(clauses);
        if (!alternatives.isEmpty()) {
          all.add(alternatives);
        }
        for (BooleanClause clause : clauses) {
          if (clause.isRequired()) {
            collect(clause.query(), all);
          }
        }
      }
      default -> {
        // Needs no term.
      }
    }
  }

  /** The terms of a query that is nothing but a choice of terms of one field. */
  private static List<Term> alternatives(BooleanQuery query) {
    List<Term> terms = new ArrayList<>();
    for (BooleanClause clause : query) {
      boolean another =
          clause.occur() == Occur.SHOULD
              && clause.query() instanceof TermQuery term
              && (terms.isEmpty() || terms.getFirst().field().equals(term.getTerm().field()))
              && terms.add(term.getTerm());
      if (!another) {
        return List.of();
      }
    }
    return terms;
  }

  private static String name(String first, String value, String second, String other) {
    return first + "=" + value + " " + second + "=" + other;
  }
}
