package io.chipwire.search;

import io.chipwire.search.SearchRefusedException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
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

  /** Articles fetched beyond the limit, in place of those that turn out to be copies. */
  private static final int SPARE = 20;

  private final SearchRequest request;
  private final IndexSearcher searcher;
  private final long snapshot;
  private final long today;
  private final long asked;
  private final long deadline;
  private final LuceneQueries queries;
  private final SnapshotCache<CopyGroups> copies;
  private final Ranking ranking;
  private @Nullable Weight matching;
  private @Nullable HitReader reader;

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
    this.deadline = System.nanoTime() + request.timeout().toNanos();
    this.queries = queries;
    this.copies = copies;
    this.ranking =
        new Ranking(queries, request.query(), request.order(), Duration.ofDays(today).toMillis());
  }

  /** What a cursor must have been made for, to be good for this question. */
  static long asked(SearchRequest request) {
    return (request.order() + " " + request.fold() + " " + request.query()).hashCode();
  }

  SearchAnswer answer(Snapshot state, @Nullable Cursor cursor)
      throws IOException, SearchRefusedException {
    if (request.limit() == 0) {
      return new SearchAnswer(count(), state, List.of(), null);
    }
    List<Hit> hits = new ArrayList<>();
    FieldDoc after = cursor == null ? null : ranking.after(cursor);
    int size = request.limit() + (request.fold() ? Math.min(request.limit(), SPARE) : 0);
    long total = 0;
    boolean more = true;
    while (more && hits.size() < request.limit()) {
      TopFieldDocs page = page(after, size);
      total = page.totalHits.value();
      more = page.scoreDocs.length == size;
      for (ScoreDoc scored : page.scoreDocs) {
        if (hits.size() == request.limit()) {
          more = true;
          break;
        }
        after = (FieldDoc) scored;
        add(hits, after);
        checkTime();
      }
    }
    String next = more && after != null ? cursor(after).encode() : null;
    return new SearchAnswer(total, state, hits, next);
  }

  private long count() throws IOException, SearchRefusedException {
    long total = searcher.count(queries.articles(request.query()));
    checkTime();
    return total;
  }

  /**
   * Counts the articles on the way. To leave some out that cannot be among the best, and count them
   * apart, costs more: a count must look at nearly all of them again.
   */
  private TopFieldDocs page(@Nullable FieldDoc after, int size)
      throws IOException, SearchRefusedException {
    TopFieldDocs page =
        searcher.search(
            ranking.query(),
            new TopFieldCollectorManager(ranking.sort(), size, after, Integer.MAX_VALUE));
    checkTime();
    return page;
  }

  /** Lucene looks at the clock while it searches; reading what it found takes time, too. */
  private void checkTime() throws SearchRefusedException {
    if (searcher.timedOut() || System.nanoTime() - deadline > 0) {
      throw new SearchRefusedException(
          Reason.TIMEOUT,
          "query \""
              + request.query()
              + "\": took longer than "
              + request.timeout().toMillis()
              + " ms");
    }
  }

  /** Adds an article, unless it is a copy of an earlier one that matches, too. */
  private void add(List<Hit> hits, FieldDoc found) throws IOException {
    int[] group =
        request.fold()
            ? copies.get(searcher.getIndexReader()).of(found.doc)
            : new int[] {found.doc};
    int[] same = group.length == 1 ? group : matching(group);
    if (same[0] != found.doc) {
      return;
    }
    if (reader == null) {
      reader = new HitReader(searcher, queries, request.query());
    }
    List<Copy> listed = new ArrayList<>();
    for (int i = 1; i < same.length && i <= Hit.MAX_COPIES; i++) {
      listed.add(reader.copy(same[i]));
    }
    hits.add(reader.hit(found.doc, ranking.score(found), same.length - 1, listed));
  }

  /** Those of some documents that match, in the order given. */
  private int[] matching(int[] docs) throws IOException {
    if (matching == null) {
      matching =
          searcher.createWeight(
              searcher.rewrite(queries.articles(request.query())), ScoreMode.COMPLETE_NO_SCORES, 1);
    }
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int[] ascending = docs.clone();
    Arrays.sort(ascending);
    Set<Integer> found = new HashSet<>();
    int at = 0;
    while (at < ascending.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(ascending[at], leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      Scorer scorer = matching.scorer(leaf);
      for (; at < ascending.length && ascending[at] < end; at++) {
        int local = ascending[at] - leaf.docBase;
        if (scorer != null && advance(scorer.iterator(), local) == local) {
          found.add(ascending[at]);
        }
      }
    }
    return Arrays.stream(docs).filter(found::contains).toArray();
  }

  private static int advance(DocIdSetIterator docs, int target) throws IOException {
    return docs.docID() < target ? docs.advance(target) : docs.docID();
  }

  private Cursor cursor(FieldDoc last) {
    return new Cursor(
        asked, snapshot, today, ranking.key(last), ranking.published(last), ranking.idHash(last));
  }
}
