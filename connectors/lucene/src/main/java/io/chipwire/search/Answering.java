package io.chipwire.search;

import io.chipwire.search.SearchRefusedException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** One question at work, on one state of the index. Used once, by one thread. */
final class Answering {

  private final SearchRequest request;
  private final IndexSearcher searcher;
  private final long snapshot;
  private final long today;
  private final long asked;
  private final LuceneQueries queries;
  private final SnapshotCache<CopyGroups> copies;
  private final Ranking ranking;
  private final Weight matching;

  Answering(
      SearchRequest request,
      IndexSearcher searcher,
      LuceneQueries queries,
      SnapshotCache<CopyGroups> copies,
      long snapshot,
      long today)
      throws IOException {
    this.request = request;
    this.searcher = searcher;
    this.snapshot = snapshot;
    this.today = today;
    this.asked = asked(request);
    this.queries = queries;
    this.copies = copies;
    this.ranking =
        new Ranking(queries, request.query(), request.order(), Duration.ofDays(today).toMillis());
    this.matching =
        searcher.createWeight(
            searcher.rewrite(queries.articles(request.query())), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /** What a cursor must have been made for, to be good for this question. */
  static long asked(SearchRequest request) {
    return (request.order() + " " + request.fold() + " " + request.query()).hashCode();
  }

  SearchAnswer answer(Snapshot state, @Nullable Cursor cursor)
      throws IOException, SearchRefusedException {
    if (request.limit() == 0) {
      long total = searcher.count(queries.articles(request.query()));
      checkTime();
      return new SearchAnswer(total, state, List.of(), null);
    }
    HitReader reader = new HitReader(searcher, queries, request.query());
    List<Hit> hits = new ArrayList<>();
    FieldDoc after = cursor == null ? null : ranking.after(cursor);
    long total = 0;
    boolean more = true;
    while (more && hits.size() < request.limit()) {
      TopFieldDocs page = page(after);
      total = page.totalHits.value();
      more = page.scoreDocs.length == request.limit();
      for (ScoreDoc scored : page.scoreDocs) {
        if (hits.size() == request.limit()) {
          more = true;
          break;
        }
        after = (FieldDoc) scored;
        List<Integer> group = matchingCopies(scored.doc);
        if (group.get(0) == scored.doc) {
          hits.add(reader.hit(scored.doc, ranking.score(after), copies(reader, group)));
        }
      }
    }
    String next = more && after != null ? cursor(after).encode() : null;
    return new SearchAnswer(total, state, hits, next);
  }

  private TopFieldDocs page(@Nullable FieldDoc after) throws IOException, SearchRefusedException {
    TopFieldDocs page =
        searcher.search(
            ranking.query(),
            new TopFieldCollectorManager(
                ranking.sort(), request.limit(), after, Integer.MAX_VALUE));
    checkTime();
    return page;
  }

  private void checkTime() throws SearchRefusedException {
    if (searcher.timedOut()) {
      throw new SearchRefusedException(
          Reason.TIMEOUT,
          "query \""
              + request.query()
              + "\": took longer than "
              + request.timeout().toMillis()
              + " ms");
    }
  }

  /** The article and its copies that match, too, the earliest first. */
  private List<Integer> matchingCopies(int doc) throws IOException {
    int[] group = request.fold() ? copies.get(searcher.getIndexReader()).of(doc) : new int[] {doc};
    if (group.length == 1) {
      return List.of(doc);
    }
    List<Integer> matching = new ArrayList<>();
    for (int member : group) {
      if (member == doc || matches(member)) {
        matching.add(member);
      }
    }
    return matching;
  }

  private boolean matches(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    Scorer scorer = matching.scorer(leaf);
    int local = doc - leaf.docBase;
    return scorer != null && scorer.iterator().advance(local) == local;
  }

  private List<Copy> copies(HitReader reader, List<Integer> group) throws IOException {
    List<Copy> copies = new ArrayList<>();
    for (int member : group.subList(1, group.size())) {
      copies.add(reader.copy(member));
    }
    return copies;
  }

  private Cursor cursor(FieldDoc last) {
    return new Cursor(
        asked, snapshot, today, ranking.key(last), Ranking.published(last), Ranking.id(last));
  }
}
