package io.chipwire.search;

import io.chipwire.extraction.Extraction;
import io.chipwire.query.Query;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermWeightor;

/**
 * Queries that wait for articles: Lucene Monitor over the same schema and the same translation as
 * the search, so that an article meets a stored query if and only if a search for it would find the
 * article.
 *
 * <p>Of each query a few terms are kept that every article which meets it must have, and the query
 * is checked only on articles that have them, see {@link AnchoredPresearcher}. Rare things are
 * chosen where there is a choice: a name or a word before a metric, a metric before a unit. A
 * threshold leaves its {@link ValueBuckets}, conditions on one fact their {@link FactPairs}. Only a
 * query that asks for nothing but dates or absences is checked on every article; {@link
 * #isSelective} tells which.
 *
 * <p>An article is one document here, see {@link ArrivedArticle}.
 *
 * <p>Owns memory and a thread of the Monitor until it is closed. Not safe for use by several
 * threads.
 */
public final class StoredQueries implements Closeable {

  /** How many different choices of terms a query leaves; an article must have one of each. */
  private static final int PASSES = 3;

  /** A term of less weight makes no choice of its own. */
  private static final float LEAST_WEIGHT = 0.002f;

  /** Queries that are made visible together: each time all are gone through. */
  private static final int MOST_AT_ONCE = 1_000_000;

  private static final double EVERYWHERE = 0.001;
  private static final double COMMON = 0.05;
  private static final double FREQUENT = 0.2;
  private static final double PAIRED = 0.5;

  private static final TermWeightor RARE_FIRST =
      TermWeightor.combine(
          TermWeightor.fieldWeightor(EVERYWHERE, IndexSchema.TYPE, IndexSchema.LANGUAGE),
          TermWeightor.fieldWeightor(
              COMMON,
              IndexSchema.UNIT,
              IndexSchema.BOUND,
              IndexSchema.STATUS,
              IndexSchema.DIRECTION,
              IndexSchema.CHANGE),
          TermWeightor.fieldWeightor(
              FREQUENT,
              IndexSchema.BUCKET,
              IndexSchema.METRIC,
              IndexSchema.KIND,
              IndexSchema.COMMITMENT_KIND,
              IndexSchema.PERIOD),
          TermWeightor.fieldWeightor(PAIRED, FactPairs.FIELD),
          TermWeightor.DEFAULT);

  private final LuceneQueries translation = new LuceneQueries(true);
  private final Map<String, ArticleMatcher.StoredQuery> queries = new HashMap<>();
  private final Monitor monitor;

  /** An empty set of queries. */
  public StoredQueries() throws IOException {
    monitor =
        new Monitor(
            IndexSchema.analyzer(),
            presearcher(),
            new MonitorConfiguration().setQueryUpdateBufferSize(MOST_AT_ONCE));
  }

  private static AnchoredPresearcher presearcher() {
    return new AnchoredPresearcher(PASSES, LEAST_WEIGHT, RARE_FIRST);
  }

  /**
   * Whether a query leaves a term that not every article has. One that leaves none, such as {@code
   * *} or {@code -rumor}, is right, but is checked against every article.
   */
  public static boolean isSelective(Query query) {
    return presearcher().isSelective(new LuceneQueries(true).articles(query));
  }

  /** Adds queries by id, each in place of the one of that id. Many at once cost far less. */
  public void put(Map<String, Query> added) throws IOException {
    Map<String, ArticleMatcher.StoredQuery> translated = new HashMap<>();
    added.forEach(
        (id, query) ->
            translated.put(id, new ArticleMatcher.StoredQuery(query, translation.articles(query))));
    List<MonitorQuery> registered = new ArrayList<>();
    translated.forEach((id, query) -> registered.add(new MonitorQuery(id, query.translated())));
    monitor.register(registered);
    queries.putAll(translated);
  }

  /** Takes queries out; one that is not there is no error. */
  public void remove(Collection<String> ids) throws IOException {
    if (queries.keySet().removeAll(Set.copyOf(ids))) {
      monitor.deleteById(List.copyOf(ids));
    }
  }

  /** How many there are. */
  public int size() {
    return queries.size();
  }

  /** The queries that an article meets. */
  public StoredMatches match(Extraction extraction) throws IOException {
    List<Document> block = ArticleBlock.transientOf(extraction);
    AtomicReference<ArticleMatcher> matcher = new AtomicReference<>();
    MatchingQueries<ArticleMatcher.Match> found =
        monitor.match(
            ArrivedArticle.mixed(block),
            searcher -> {
              searcher.setQueryCache(null); // one document is not worth it
              matcher.set(
                  new ArticleMatcher(
                      new ArrivedArticle(extraction, block, searcher), translation, queries));
              return matcher.get();
            });
    List<StoredMatch> matches =
        found.getMatches().stream()
            .map(ArticleMatcher.Match::stored)
            .sorted(Comparator.comparing(StoredMatch::id))
            .toList();
    Map<String, String> failures = new HashMap<>();
    found.getErrors().forEach((id, failure) -> failures.put(id, failure.toString()));
    return new StoredMatches(matches, matcher.get().checked(), failures);
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
