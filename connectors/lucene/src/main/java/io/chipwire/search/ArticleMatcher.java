package io.chipwire.search;

import io.chipwire.query.FactKind;
import io.chipwire.query.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.MatchNoDocsQuery;

/** Checks one article against the stored queries that it could meet. */
final class ArticleMatcher extends CandidateMatcher<ArticleMatcher.Match> {

  private final ArrivedArticle article;
  private final LuceneQueries translation;
  private final Map<String, StoredQuery> queries;
  private final Set<String> done = new HashSet<>();

  ArticleMatcher(
      ArrivedArticle article, LuceneQueries translation, Map<String, StoredQuery> queries) {
    super(article.searcher());
    this.article = article;
    this.translation = translation;
    this.queries = queries;
  }

  /** A query as it was put, and as Lucene's. */
  record StoredQuery(Query query, org.apache.lucene.search.Query translated) {}

  /** A match as the Monitor wants it. */
  static final class Match extends QueryMatch {

    private final StoredMatch stored;

    Match(StoredMatch stored) {
      super(stored.id());
      this.stored = stored;
    }

    StoredMatch stored() {
      return stored;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Match that && stored.equals(that.stored);
    }

    @Override
    public int hashCode() {
      return stored.hashCode();
    }
  }

  /** How many different queries were checked. */
  int checked() {
    return done.size();
  }

  /** The Monitor keeps alternatives apart; the query is checked as a whole, once. */
  @Override
  public void matchQuery(
      String id, org.apache.lucene.search.Query part, Map<String, String> metadata)
      throws IOException {
    StoredQuery candidate = queries.get(id);
    if (candidate == null || !done.add(id) || !article.meets(candidate.translated)) {
      return;
    }
    Query query = candidate.query;
    Hit hit =
        new HitReader(searcher, new MatchingFacts(query), new Marks(searcher, translation, query))
            .hit(
                0, new ExtractionParts(article.extraction()), article.sentences(), 0, 0, List.of());
    List<Query> met = new ArrayList<>();
    collect(query, met);
    addMatch(new Match(new StoredMatch(id, hit, met)), 0);
  }

  /** The parts of a query that is met, without the alternatives that are not. */
  private void collect(Query query, List<Query> met) throws IOException {
    switch (query) {
      case Query.And and -> {
        for (Query clause : and.clauses()) {
          collect(clause, met);
        }
      }
      case Query.Or or -> {
        for (Query clause : or.clauses()) {
          if (article.meets(translation.articles(clause))) {
            collect(clause, met);
          }
        }
      }
      default -> met.add(query);
    }
  }

  /** Parts of one query say the same. */
  @Override
  public Match resolve(Match first, Match second) {
    return first;
  }

  /** The facts of the article that a query asks for. */
  private final class MatchingFacts implements FactsFound {

    private final Map<FactKind, List<Integer>> positions = new EnumMap<>(FactKind.class);

    MatchingFacts(Query query) throws IOException {
      for (FactKind kind : FactKind.values()) {
        var condition = translation.facts(query, kind);
        if (!(condition instanceof MatchNoDocsQuery)) {
          positions.put(kind, article.positions(kind, condition));
        }
      }
    }

    @Override
    public boolean asksFor(FactKind kind) {
      return positions.containsKey(kind);
    }

    @Override
    public List<Integer> find(FactKind kind, LeafReaderContext leaf, int doc) {
      return positions.getOrDefault(kind, List.of());
    }
  }
}
