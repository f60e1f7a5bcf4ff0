package io.chipwire.search;

import io.chipwire.extraction.Extraction;
import io.chipwire.search.SearchRefusedException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * An index, open for questions. Sees what is committed while it is open, whoever commits it, and
 * answers each question from one state of the index. Safe to share between threads.
 */
public final class ArticleIndex implements Closeable {

  /** How long a state stays to be paged through. */
  private static final Duration SNAPSHOT_KEPT = Duration.ofMinutes(10);

  private final IndexFolder folder;
  private final Clock clock;
  private final Directory directory;
  private final SearcherManager searchers;
  private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
  private final LuceneQueries queries = new LuceneQueries(false);
  private final SnapshotCache<CopyGroups> copies = new SnapshotCache<>(CopyGroups::of);

  private ArticleIndex(
      IndexFolder folder, Clock clock, Directory directory, SearcherManager searchers) {
    this.folder = folder;
    this.clock = clock;
    this.directory = directory;
    this.searchers = searchers;
  }

  /**
   * Opens an index for reading.
   *
   * @param clock tells the age of what is seen and of the articles
   * @throws UnusableIndexException if the folder holds none of this schema
   */
  public static ArticleIndex open(IndexFolder folder, Clock clock) throws IOException {
    folder.requireUsable();
    Directory directory = FSDirectory.open(folder.live());
    try {
      return new ArticleIndex(
          folder, clock, directory, new SearcherManager(directory, new SearcherFactory()));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The newest state there is. */
  public Snapshot snapshot() throws IOException {
    searchers.maybeRefresh();
    IndexSearcher searcher = searchers.acquire();
    try {
      return snapshot(searcher.getIndexReader());
    } finally {
      searchers.release(searcher);
    }
  }

  /** Everything about one article, or empty if it is not there. */
  public Optional<Extraction> get(String articleId) throws IOException {
    searchers.maybeRefresh();
    IndexSearcher searcher = searchers.acquire();
    try {
      var article = queries.articlesOnly(new TermQuery(ArticleBlock.idTerm(articleId)));
      TopDocs found = searcher.search(article, 1);
      return found.scoreDocs.length == 0
          ? Optional.empty()
          : Optional.of(HitReader.extraction(searcher, found.scoreDocs[0].doc));
    } finally {
      searchers.release(searcher);
    }
  }

  /**
   * Answers a question.
   *
   * @throws SearchRefusedException if it takes too long or its cursor is not good for it
   */
  public SearchAnswer search(SearchRequest request) throws IOException, SearchRefusedException {
    searchers.maybeRefresh();
    long asked = (request.order() + " " + request.query()).hashCode();
    Cursor cursor = request.cursor() == null ? null : Cursor.decode(request.cursor(), asked);
    IndexSearcher pinned = cursor == null ? null : snapshots.acquire(cursor.snapshot());
    IndexSearcher current = pinned == null ? searchers.acquire() : pinned;
    try {
      long today =
          cursor == null
              ? Math.floorDiv(clock.millis(), Duration.ofDays(1).toMillis())
              : cursor.today();
      IndexSearcher searcher = timed(current.getIndexReader(), request.timeout());
      return new Answering(request, searcher, snapshots.record(current), today, asked)
          .answer(cursor);
    } finally {
      if (pinned == null) {
        searchers.release(current);
      } else {
        snapshots.release(pinned);
      }
      snapshots.prune(new SearcherLifetimeManager.PruneByAge(SNAPSHOT_KEPT.toSeconds()));
    }
  }

  @Override
  public void close() throws IOException {
    snapshots.close();
    searchers.close();
    directory.close();
  }

  private Snapshot snapshot(IndexReader reader) throws IOException {
    IndexCommit commit = ((DirectoryReader) reader).getIndexCommit();
    folder.checkVersion(commit.getUserData());
    Instant committed = CommitLog.time(commit.getUserData());
    double age = Duration.between(committed, clock.instant()).toMillis() / 1000.0;
    return new Snapshot(commit.getGeneration(), Math.max(0, age));
  }

  private static IndexSearcher timed(IndexReader reader, Duration timeout) {
    IndexSearcher searcher = new IndexSearcher(reader);
    long deadline = System.nanoTime() + timeout.toNanos();
    searcher.setTimeout(() -> System.nanoTime() - deadline > 0);
    return searcher;
  }

  /** One question at work. */
  private final class Answering {

    private final SearchRequest request;
    private final IndexSearcher searcher;
    private final long snapshot;
    private final long today;
    private final long asked;
    private final Ranking ranking;
    private final Weight matching;

    Answering(SearchRequest request, IndexSearcher searcher, long snapshot, long today, long asked)
        throws IOException {
      this.request = request;
      this.searcher = searcher;
      this.snapshot = snapshot;
      this.today = today;
      this.asked = asked;
      this.ranking =
          new Ranking(queries, request.query(), request.order(), Duration.ofDays(today).toMillis());
      this.matching =
          searcher.createWeight(
              searcher.rewrite(queries.articles(request.query())), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    SearchAnswer answer(@org.jspecify.annotations.Nullable Cursor cursor)
        throws IOException, SearchRefusedException {
      Snapshot state = snapshot(searcher.getIndexReader());
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

    private TopFieldDocs page(@org.jspecify.annotations.Nullable FieldDoc after)
        throws IOException, SearchRefusedException {
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
      int[] group =
          request.fold() ? copies.get(searcher.getIndexReader()).of(doc) : new int[] {doc};
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
}
