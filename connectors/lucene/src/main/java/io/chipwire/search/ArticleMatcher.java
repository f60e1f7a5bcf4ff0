package io.chipwire.search;

import io.chipwire.extraction.Extraction;
import io.chipwire.query.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;

/** Runs the stored queries that could match on the block of one article. */
final class ArticleMatcher extends CandidateMatcher<ArticleMatcher.Match> {

  private final int article;
  private final Extraction extraction;
  private final LuceneQueries translation;
  private final Map<String, Query> queries;

  ArticleMatcher(
      IndexSearcher searcher,
      int article,
      Extraction extraction,
      LuceneQueries translation,
      Map<String, Query> queries) {
    super(searcher);
    this.article = article;
    this.extraction = extraction;
    this.translation = translation;
    this.queries = queries;
  }

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

  @Override
  public void matchQuery(
      String id, org.apache.lucene.search.Query part, Map<String, String> metadata)
      throws IOException {
    Query query = queries.get(id);
    if (query == null || searcher.count(part) == 0) {
      return;
    }
    Hit hit =
        new HitReader(searcher, translation, query)
            .hit(article, new ExtractionParts(extraction), 0, 0, List.of());
    List<Query> met = new ArrayList<>();
    collect(query, met);
    addMatch(new Match(new StoredMatch(id, hit, met)), article);
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
          if (searcher.count(translation.articles(clause)) > 0) {
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
}
