package io.chipwire.search;

import io.chipwire.fact.Span;
import io.chipwire.query.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Finds what to mark in an article: the query's words, and the names it asked for. */
final class Marks {

  private final Weight text;
  private final Weight title;
  private final Set<String> ids = new HashSet<>();

  /**
   * A place to mark.
   *
   * @param what which word or name of the query it is for
   */
  record Mark(Span span, Object what) {}

  Marks(IndexSearcher searcher, LuceneQueries queries, Query query) throws IOException {
    text = weight(searcher, queries, query, IndexSchema.TEXT);
    title = weight(searcher, queries, query, IndexSchema.TITLE);
    addIds(query);
  }

  /** In the article's text, in order; two may overlap. */
  List<Mark> inText(LeafReaderContext leaf, int article, ArticleParts parts) throws IOException {
    List<Mark> marks = words(text, IndexSchema.TEXT, leaf, article);
    parts.mentions(ids, (id, mention) -> marks.add(new Mark(mention, id)));
    marks.sort(
        (a, b) ->
            a.span().start() != b.span().start()
                ? Integer.compare(a.span().start(), b.span().start())
                : Integer.compare(b.span().end(), a.span().end()));
    return marks;
  }

  /** In the title, in order. */
  List<Span> inTitle(LeafReaderContext leaf, int article) throws IOException {
    return merge(words(title, IndexSchema.TITLE, leaf, article).stream().map(Mark::span).toList());
  }

  /** The same places, those that overlap made one. */
  static List<Span> merge(List<Span> sorted) {
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && span.start() < merged.get(last).end()) {
        Span before = merged.get(last);
        merged.set(last, new Span(before.start(), Math.max(before.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  private static Weight weight(
      IndexSearcher searcher, LuceneQueries queries, Query query, String field) throws IOException {
    return searcher.createWeight(
        searcher.rewrite(queries.words(query, field)), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  private static List<Mark> words(Weight weight, String field, LeafReaderContext leaf, int article)
      throws IOException {
    List<Mark> marks = new ArrayList<>();
    Matches matches = weight.matches(leaf, article);
    MatchesIterator each = matches == null ? null : matches.getMatches(field);
    while (each != null && each.next()) {
      if (each.startOffset() >= 0) {
        marks.add(new Mark(new Span(each.startOffset(), each.endOffset()), each.getQuery()));
      }
    }
    marks.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    return marks;
  }

  private void addIds(Query query) {
    switch (query) {
      case Query.Text named -> ids.addAll(named.ids());
      case Query.Named named -> ids.addAll(named.ids());
      case Query.And and -> and.clauses().forEach(this::addIds);
      case Query.Or or -> or.clauses().forEach(this::addIds);
      default -> {
        // Neither words nor names of the article.
      }
    }
  }
}
