package io.chipwire.search;

import io.chipwire.query.AmountRange;
import io.chipwire.query.FactKind;
import io.chipwire.query.Field;
import io.chipwire.query.Query.Dated;
import io.chipwire.query.Query.Fact;
import io.chipwire.query.Query.Is;
import io.chipwire.query.Query.Named;
import io.chipwire.query.Query.Text;
import io.chipwire.query.Query.Within;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Our query tree as Lucene's. Words score by BM25, more in the title; everything else only filters.
 * Stateless but for a cache of which documents are articles; safe to share between threads.
 */
final class LuceneQueries {

  private static final float TITLE_BOOST = 2f;
  private static final float ENTITY_SCORE = 0.5f;
  private static final float TIE_BREAKER = 0.2f;

  /** Every article. */
  static final Query ARTICLES = new TermQuery(new Term(IndexSchema.TYPE, IndexSchema.TYPE_ARTICLE));

  /** What a stored fact must meet, without what it is found by. */
  private static final LuceneQueries FOUND = new LuceneQueries(false);

  private final BitSetProducer articles = new QueryBitSetProducer(ARTICLES);
  private final boolean stored;

  /**
   * A translation.
   *
   * @param stored whether for stored queries, which must be found by a term: then every limit on a
   *     quantity also asks for its {@link ValueBuckets}
   */
  LuceneQueries(boolean stored) {
    this.stored = stored;
  }

  /** Which documents are articles. */
  BitSetProducer articles() {
    return articles;
  }

  /** The articles that a query wants. */
  Query articles(io.chipwire.query.Query query) {
    return new BooleanQuery.Builder()
        .add(article(query), scores(query) ? Occur.MUST : Occur.FILTER)
        .add(ARTICLES, Occur.FILTER)
        .build();
  }

  /** Those of the documents of a query that are articles. */
  Query articlesOnly(Query documents) {
    return new BooleanQuery.Builder()
        .add(documents, Occur.FILTER)
        .add(ARTICLES, Occur.FILTER)
        .build();
  }

  /** The facts of one kind that a query asks for, anywhere but under a negation. */
  Query facts(io.chipwire.query.Query query, FactKind kind) {
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    int count = 0;
    for (Fact fact : positiveFacts(query)) {
      if (fact.kinds().contains(kind)) {
        wanted.add(child(Set.of(kind), fact.condition()), Occur.SHOULD);
        count++;
      }
    }
    return count == 0 ? new MatchNoDocsQuery("no condition on a " + kind.label()) : wanted.build();
  }

  /** The words that a query asks for, anywhere but under a negation; for marking them. */
  Query words(io.chipwire.query.Query query, String field) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (Text text : positiveTexts(query)) {
      words.add(text(field, text), Occur.SHOULD);
    }
    return words.build();
  }

  private Query article(io.chipwire.query.Query query) {
    return switch (query) {
      case io.chipwire.query.Query.All all -> ARTICLES;
      case Text text -> text(text);
      case Named named -> terms(IndexSchema.ENTITY + named.field().label(), named.ids());
      case Is is ->
          term(is.field() == Field.LANG ? IndexSchema.LANGUAGE : IndexSchema.PUBLISHER, is.value());
      case Dated dated -> dated(dated);
      case Within within -> throw misplaced(within);
      case Fact fact ->
          stored
              ? new StatedFact(
                  FOUND.child(fact.kinds(), fact.condition()),
                  child(fact.kinds(), fact.condition()))
              : new ToParentBlockJoinQuery(
                  child(fact.kinds(), fact.condition()), articles, ScoreMode.None);
      case io.chipwire.query.Query.And and -> {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        for (io.chipwire.query.Query clause : and.clauses()) {
          if (clause instanceof io.chipwire.query.Query.Not not) {
            all.add(article(not.query()), Occur.MUST_NOT);
          } else {
            all.add(article(clause), scores(clause) ? Occur.MUST : Occur.FILTER);
            positive = true;
          }
        }
        yield positive ? all.build() : all.add(ARTICLES, Occur.FILTER).build();
      }
      case io.chipwire.query.Query.Or or -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        or.clauses().forEach(clause -> any.add(article(clause), Occur.SHOULD));
        yield any.build();
      }
      case io.chipwire.query.Query.Not not ->
          new BooleanQuery.Builder()
              .add(ARTICLES, Occur.FILTER)
              .add(article(not.query()), Occur.MUST_NOT)
              .build();
    };
  }

  /** The documents of facts of some kinds that meet a condition. */
  private Query child(Set<FactKind> kinds, io.chipwire.query.Query condition) {
    return new BooleanQuery.Builder()
        .add(types(kinds), Occur.FILTER)
        .add(fact(kinds, condition), Occur.FILTER)
        .build();
  }

  private Query fact(Set<FactKind> kinds, io.chipwire.query.Query condition) {
    return switch (condition) {
      case Named named -> terms(named.field().label(), named.ids());
      case Is is -> property(kinds, is);
      case Within within -> within(within);
      case io.chipwire.query.Query.And and -> {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (io.chipwire.query.Query clause : and.clauses()) {
          if (clause instanceof io.chipwire.query.Query.Not not) {
            all.add(fact(kinds, not.query()), Occur.MUST_NOT);
          } else {
            all.add(fact(kinds, clause), Occur.FILTER);
          }
        }
        boolean positive =
            all.build().clauses().stream().anyMatch(clause -> !clause.isProhibited());
        yield positive ? all.build() : all.add(types(kinds), Occur.FILTER).build();
      }
      case io.chipwire.query.Query.Or or -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        or.clauses().forEach(clause -> any.add(fact(kinds, clause), Occur.SHOULD));
        yield any.build();
      }
      case io.chipwire.query.Query.Not not ->
          new BooleanQuery.Builder()
              .add(types(kinds), Occur.FILTER)
              .add(fact(kinds, not.query()), Occur.MUST_NOT)
              .build();
      default -> throw misplaced(condition);
    };
  }

  private Query types(Set<FactKind> kinds) {
    return terms(IndexSchema.TYPE, kinds.stream().map(FactKind::label).toList());
  }

  private static Query property(Set<FactKind> kinds, Is is) {
    return switch (is.field()) {
      case KIND ->
          term(
              kinds.contains(FactKind.SIGNAL) ? IndexSchema.KIND : IndexSchema.COMMITMENT_KIND,
              is.value());
      case TERM, OBJECT -> phrase(is.field().label(), is.value());
      default -> term(is.field().label(), is.value());
    };
  }

  private Query within(Within within) {
    AmountRange range = within.range();
    double low = range.low() == null ? Double.NEGATIVE_INFINITY : range.low().doubleValue();
    double high = range.high() == null ? Double.POSITIVE_INFINITY : range.high().doubleValue();
    if (within.field() == Field.CONFIDENCE) {
      return DoubleField.newRangeQuery(
          IndexSchema.CONFIDENCE,
          range.includesLow() ? low : Math.nextUp(low),
          range.includesHigh() ? high : Math.nextDown(high));
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (range.low() != null) {
      double from = range.includesLow() ? low : Math.nextUp(low);
      all.add(
          DoubleField.newRangeQuery(IndexSchema.HIGH, from, Double.POSITIVE_INFINITY),
          Occur.FILTER);
    }
    if (range.high() != null) {
      double to = range.includesHigh() ? high : Math.nextDown(high);
      all.add(
          DoubleField.newRangeQuery(IndexSchema.LOW, Double.NEGATIVE_INFINITY, to), Occur.FILTER);
    }
    if (range.unit() != null) {
      all.add(term(IndexSchema.UNIT, range.unit()), Occur.FILTER);
    }
    if (within.field() == Field.CHANGE) {
      all.add(term(IndexSchema.CHANGE, "true"), Occur.FILTER);
    }
    if (stored) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      String unit = range.unit() == null ? "" : range.unit();
      ValueBuckets.cover(low, high)
          .forEach(bucket -> any.add(term(IndexSchema.BUCKET, unit + bucket), Occur.SHOULD));
      all.add(any.build(), Occur.FILTER);
    }
    return all.build();
  }

  private static Query dated(Dated dated) {
    long day = dated.day().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    return dated.field() == Field.AFTER
        ? LongField.newRangeQuery(IndexSchema.PUBLISHED, day, Long.MAX_VALUE)
        : LongField.newRangeQuery(IndexSchema.PUBLISHED, Long.MIN_VALUE, day - 1);
  }

  private Query text(Text text) {
    List<Query> ways = new ArrayList<>();
    ways.add(text(IndexSchema.TEXT, text));
    ways.add(new BoostQuery(text(IndexSchema.TITLE, text), TITLE_BOOST));
    if (!text.ids().isEmpty()) {
      ways.add(
          new BoostQuery(
              new ConstantScoreQuery(terms(IndexSchema.ENTITY_ANY, text.ids())), ENTITY_SCORE));
    }
    return new DisjunctionMaxQuery(ways, TIE_BREAKER);
  }

  private static Query text(String field, Text text) {
    return phrase(field, text.words());
  }

  /** The analysed words one after the other; one that is several ("price-war") is a phrase, too. */
  private static Query phrase(String field, String words) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    Term last = null;
    int count = 0;
    int position = -1;
    try (TokenStream tokens = IndexSchema.analyzer().tokenStream(field, words)) {
      TermToBytesRefAttribute token = tokens.addAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        last = new Term(field, BytesRef.deepCopyOf(token.getBytesRef()));
        position += step.getPositionIncrement();
        phrase.add(last, position);
        count++;
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (last == null) {
      return new MatchNoDocsQuery("no word in \"" + words + "\"");
    }
    return count == 1 ? new TermQuery(last) : phrase.build();
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  /** Any of the values; for stored queries as single terms, which can be looked up. */
  private Query terms(String field, List<String> values) {
    if (values.size() == 1) {
      return term(field, values.get(0));
    }
    if (stored) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      values.forEach(value -> any.add(term(field, value), Occur.SHOULD));
      return any.build();
    }
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  /** Whether any words give the articles a score. */
  boolean scores(io.chipwire.query.Query query) {
    return !positiveTexts(query).isEmpty();
  }

  private static List<Text> positiveTexts(io.chipwire.query.Query query) {
    return switch (query) {
      case Text text -> List.of(text);
      case io.chipwire.query.Query.And and ->
          and.clauses().stream().flatMap(clause -> positiveTexts(clause).stream()).toList();
      case io.chipwire.query.Query.Or or ->
          or.clauses().stream().flatMap(clause -> positiveTexts(clause).stream()).toList();
      default -> List.of();
    };
  }

  private static List<Fact> positiveFacts(io.chipwire.query.Query query) {
    return switch (query) {
      case Fact fact -> List.of(fact);
      case io.chipwire.query.Query.And and ->
          and.clauses().stream().flatMap(clause -> positiveFacts(clause).stream()).toList();
      case io.chipwire.query.Query.Or or ->
          or.clauses().stream().flatMap(clause -> positiveFacts(clause).stream()).toList();
      default -> List.of();
    };
  }

  private static IllegalArgumentException misplaced(io.chipwire.query.Query query) {
    return new IllegalArgumentException(
        "query " + query + ": expected conditions on facts inside a fact, all others outside");
  }
}
