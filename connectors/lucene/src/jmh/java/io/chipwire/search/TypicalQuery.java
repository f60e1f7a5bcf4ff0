package io.chipwire.search;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * What analysts ask, in our language and as somebody would write it against Lucene, knowing the
 * index: the same articles in the same order.
 */
public enum TypicalQuery {
  /** One word. */
  WORD("semiconductor") {
    @Override
    Query bare() {
      return scored(word("semiconductor"));
    }
  },
  /** Two words. */
  WORDS("export controls") {
    @Override
    Query bare() {
      return scored(all(Occur.MUST, word("export"), word("controls")));
    }
  },
  /** A phrase. */
  PHRASE("\"supply chain\"") {
    @Override
    Query bare() {
      return scored(words(field -> ANALYSIS.createPhraseQuery(field, "supply chain")));
    }
  },
  /** Words that must and must not be there, and a date. */
  DATED("tariff -steel after:2025-01-01") {
    @Override
    Query bare() {
      return scored(
          new BooleanQuery.Builder()
              .add(word("tariff"), Occur.MUST)
              .add(word("steel"), Occur.MUST_NOT)
              .add(
                  LongField.newRangeQuery(
                      IndexSchema.PUBLISHED,
                      Instant.parse("2025-01-01T00:00:00Z").toEpochMilli(),
                      Long.MAX_VALUE),
                  Occur.FILTER)
              .build());
    }
  },
  /** A company. */
  COMPANY("company:micron") {
    @Override
    Query bare() {
      return articles(term(IndexSchema.ENTITY + "company", "micron"));
    }
  },
  /** A company's news of one kind. */
  KIND("company:micron kind:commitment") {
    @Override
    Query bare() {
      return articles(
          all(
              Occur.FILTER,
              term(IndexSchema.ENTITY + "company", "micron"),
              fact(IndexSchema.TYPE_SIGNAL, term(IndexSchema.KIND, "commitment"))));
    }
  },
  /** A figure of a metric. */
  METRIC("metric:subsidy") {
    @Override
    Query bare() {
      return articles(fact(IndexSchema.TYPE_FIGURE, term(IndexSchema.METRIC, "subsidy")));
    }
  },
  /** A figure of a metric above a value. */
  VALUE("metric:investment value:>1B") {
    @Override
    Query bare() {
      return articles(investment());
    }
  },
  /** The same beside words. */
  VALUE_AND_WORDS("metric:investment value:>1B (semiconductor OR chip)") {
    @Override
    Query bare() {
      return scored(
          new BooleanQuery.Builder()
              .add(all(Occur.SHOULD, word("semiconductor"), word("chip")), Occur.MUST)
              .add(investment(), Occur.FILTER)
              .build());
    }
  },
  /** Everything, the newest first. */
  EVERYTHING("*") {
    @Override
    Query bare() {
      return LuceneQueries.ARTICLES;
    }
  };

  private static final QueryBuilder ANALYSIS = new QueryBuilder(IndexSchema.analyzer());
  private static final BitSetProducer ARTICLES = new QueryBitSetProducer(LuceneQueries.ARTICLES);

  private final String text;

  TypicalQuery(String text) {
    this.text = text;
  }

  /** In our language. */
  String text() {
    return text;
  }

  /** Against Lucene. */
  abstract Query bare();

  /** Whether words decide the order. */
  boolean scores() {
    return bare() instanceof FunctionScoreQuery;
  }

  private static Query investment() {
    return fact(
        IndexSchema.TYPE_FIGURE,
        term(IndexSchema.METRIC, "investment"),
        DoubleField.newRangeQuery(IndexSchema.HIGH, Math.nextUp(1e9), Double.POSITIVE_INFINITY),
        term(IndexSchema.UNIT, "USD"));
  }

  private static Query word(String word) {
    return words(field -> ANALYSIS.createBooleanQuery(field, word));
  }

  private static Query words(Function<String, Query> in) {
    return new DisjunctionMaxQuery(
        List.of(in.apply(IndexSchema.TEXT), new BoostQuery(in.apply(IndexSchema.TITLE), 2)), 0.2f);
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static Query fact(String type, Query... conditions) {
    BooleanQuery.Builder fact = new BooleanQuery.Builder();
    for (Query condition : conditions) {
      fact.add(condition, Occur.FILTER);
    }
    fact.add(term(IndexSchema.TYPE, type), Occur.FILTER);
    return new ToParentBlockJoinQuery(fact.build(), ARTICLES, ScoreMode.None);
  }

  private static Query all(Occur occur, Query... queries) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Query query : queries) {
      all.add(query, occur);
    }
    return all.build();
  }

  private static Query articles(Query query) {
    return all(Occur.FILTER, query, LuceneQueries.ARTICLES);
  }

  private static Query scored(Query query) {
    Query articles =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(LuceneQueries.ARTICLES, Occur.FILTER)
            .build();
    return FunctionScoreQuery.boostByValue(articles, new Recency(System.currentTimeMillis()));
  }
}
