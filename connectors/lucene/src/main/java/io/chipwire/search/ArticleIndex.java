package io.chipwire.search;

import io.chipwire.extraction.Extraction;
import io.chipwire.query.Query;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * An index, open for questions. Sees what is committed while it is open, whoever commits it, and
 * answers each question from one state of the index. Safe to share between threads.
 */
public final class ArticleIndex implements Closeable {

  /** How long a state stays to be paged through. */
  private static final Duration SNAPSHOT_KEPT = Duration.ofMinutes(10);

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final IndexFolder folder;
  private final Clock clock;
  private final Directory directory;
  private final SearcherManager searchers;
  private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
  private final LuceneQueries queries = new LuceneQueries(false);
  private final SnapshotCache<CopyGroups> copies = new SnapshotCache<>(CopyGroups::of);
  private final SnapshotCache<FacetStates> facetStates = new SnapshotCache<>(FacetStates::of);

  private volatile long seen;

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
    try (Lease lease = lease(null)) {
      return snapshot(lease.reader());
    }
  }

  /** How many articles the newest state has. */
  public int size() throws IOException {
    try (Lease lease = lease(null)) {
      return new IndexSearcher(lease.reader()).count(LuceneQueries.ARTICLES);
    }
  }

  /** Everything about one article, or empty if it is not there. */
  public Optional<Extraction> get(String articleId) throws IOException {
    try (Lease lease = lease(null)) {
      IndexSearcher searcher = new IndexSearcher(lease.reader());
      TopDocs found =
          searcher.search(queries.articlesOnly(new TermQuery(ArticleBlock.idTerm(articleId))), 1);
      if (found.scoreDocs.length == 0) {
        return Optional.empty();
      }
      int doc = found.scoreDocs[0].doc;
      List<LeafReaderContext> leaves = lease.reader().leaves();
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
      return Optional.of(
          StoredArticle.read(leaf, searcher.storedFields(), doc - leaf.docBase).extraction());
    }
  }

  /**
   * Answers a question.
   *
   * @throws SearchRefusedException if it takes too long or its cursor is not good for it
   */
  public SearchAnswer search(SearchRequest request) throws IOException, SearchRefusedException {
    Cursor cursor =
        request.cursor() == null ? null : Cursor.decode(request.cursor(), Answering.asked(request));
    long today = cursor == null ? Math.floorDiv(clock.millis(), DAY_MILLIS) : cursor.today();
    try (Lease lease = lease(cursor)) {
      IndexSearcher searcher = timed(lease.reader(), request.timeout());
      return new Answering(request, searcher, queries, copies, lease.record(), today)
          .answer(snapshot(lease.reader()), cursor);
    } finally {
      snapshots.prune(new SearcherLifetimeManager.PruneByAge(SNAPSHOT_KEPT.toSeconds()));
    }
  }

  /**
   * Counts the articles that match, by their properties and over time.
   *
   * @param values how many values of each property at most, the most frequent ones
   * @param interval the length of the histogram's intervals; null for one that suits the data
   * @throws SearchRefusedException if it takes too long
   */
  public FacetAnswer facets(Query query, int values, @Nullable Interval interval, Duration timeout)
      throws IOException, SearchRefusedException {
    try (Lease lease = lease(null)) {
      IndexSearcher searcher = timed(lease.reader(), timeout);
      return new FacetCounting(searcher, facetStates.get(lease.reader()), queries)
          .count(snapshot(lease.reader()), query, values, interval, timeout);
    }
  }

  /**
   * All articles that match, one after the other, from one state of the index, in no order. Holds
   * one article at a time. To be closed; until then that state stays on disk.
   */
  public Export export(Query query) throws IOException {
    Lease lease = lease(null);
    try {
      return new Export(lease, new IndexSearcher(lease.reader()), queries, query);
    } catch (IOException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /**
   * How a query that is being typed could go on.
   *
   * @param typed everything before the caret
   */
  public List<Suggestion> suggest(String typed, int limit) throws IOException {
    try (Lease lease = lease(null)) {
      return new Suggesting(lease.reader()).suggest(typed, limit);
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

  /** The state that a cursor was given for, if it is still there, else the newest. */
  private Lease lease(@Nullable Cursor cursor) throws IOException {
    IndexSearcher pinned = cursor == null ? null : snapshots.acquire(cursor.snapshot());
    if (pinned != null) {
      return new Lease(pinned, () -> snapshots.record(pinned), () -> snapshots.release(pinned));
    }
    refresh();
    IndexSearcher newest = searchers.acquire();
    return new Lease(newest, () -> snapshots.record(newest), () -> searchers.release(newest));
  }

  /** Looks for a new commit; only its name is looked at if there is none. */
  private void refresh() throws IOException {
    long generation = SegmentInfos.getLastCommitGeneration(directory);
    if (generation != seen) {
      searchers.maybeRefreshBlocking();
      seen = generation;
    }
  }

  private static IndexSearcher timed(IndexReader reader, Duration timeout) {
    IndexSearcher searcher = new IndexSearcher(reader);
    long deadline = System.nanoTime() + timeout.toNanos();
    searcher.setTimeout(() -> System.nanoTime() - deadline > 0);
    return searcher;
  }
}
