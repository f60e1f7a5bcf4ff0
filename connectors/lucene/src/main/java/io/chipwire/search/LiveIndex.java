package io.chipwire.search;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Puts staged batches into the live index, each exactly once, however often it is asked to.
 *
 * <p>All batches of one call become visible in one commit, whose data say that they are in. Of an
 * article the batch applied last wins: the job sends all revisions of an article through the same
 * subtask, in order. Safe for use by several threads; one at a time writes an index.
 */
public final class LiveIndex {

  private static final Duration LOCK_POLL = Duration.ofMillis(50);
  private static final int DELETES_A_CALL = 1_000;

  private final IndexFolder folder;
  private final Clock clock;
  private final Duration lockWait;
  private final InstallStep.Observer observer;
  private final Arrivals arrivals;

  /**
   * Opens nothing yet.
   *
   * @param lockWait how long to wait for another writer before giving up
   * @param arrivals is told of what can be found after each commit
   */
  public LiveIndex(
      IndexFolder folder,
      Clock clock,
      Duration lockWait,
      InstallStep.Observer observer,
      Arrivals arrivals) {
    this.folder = folder;
    this.clock = clock;
    this.lockWait = lockWait;
    this.observer = observer;
    this.arrivals = arrivals;
  }

  /** Makes an empty index where there is none; checks the schema where there is one. */
  public void create() throws IOException, InterruptedException {
    if (folder.exists()) {
      folder.requireUsable();
    } else {
      open().close();
    }
  }

  /**
   * Puts batches in, in the order given, and deletes their staging folders.
   *
   * @return those that were in already and have been left alone
   * @throws IndexLockedException if another process holds the index for too long; nothing has
   *     happened and the same call may be made again
   * @throws IOException if a batch is neither in the index nor in the staging folder
   */
  public List<StagedBatch> install(Collection<StagedBatch> batches)
      throws IOException, InterruptedException {
    List<StagedBatch> present = new ArrayList<>();
    List<Arrival> arrived = new ArrayList<>();
    try (LiveWriter live = open()) {
      List<StagedBatch> fresh = new ArrayList<>();
      for (StagedBatch batch : batches) {
        if (live.log().contains(batch)) {
          present.add(batch);
        } else {
          add(live, batch, arrived);
          live.log().add(batch, clock.instant());
          fresh.add(batch);
        }
      }
      if (!fresh.isEmpty()) {
        observer.reached(InstallStep.ADDED);
        live.commit();
        arrivals.canBeFound(arrived, clock.instant());
        observer.reached(InstallStep.COMMITTED);
      }
    }
    for (StagedBatch batch : batches) {
      IndexFolder.deleteTree(folder.staged(batch));
      deleteIfEmpty(folder.staged(batch).getParent());
    }
    return present;
  }

  private void add(LiveWriter live, StagedBatch batch, List<Arrival> arrived) throws IOException {
    Path staged = folder.staged(batch);
    if (!Files.isDirectory(staged)) {
      throw new IOException(
          "staged batch "
              + batch
              + ": neither in the index nor at "
              + staged
              + "; the checkpoint is older than what the staging folder keeps");
    }
    try (Directory directory = FSDirectory.open(staged)) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        deleteAll(live, reader);
        for (LeafReaderContext leaf : reader.leaves()) {
          readArrivals(leaf.reader(), arrived);
        }
      }
      live.lucene().addIndexes(directory);
    }
  }

  /** Deletes from the live index every article that the batch brings. */
  private static void deleteAll(LiveWriter live, IndexReader batch) throws IOException {
    List<Term> ids = new ArrayList<>();
    for (LeafReaderContext leaf : batch.leaves()) {
      Terms terms = leaf.reader().terms(IndexSchema.ID);
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      for (BytesRef id = each.next(); id != null; id = each.next()) {
        ids.add(new Term(IndexSchema.ID, BytesRef.deepCopyOf(id)));
        if (ids.size() == DELETES_A_CALL) {
          live.lucene().deleteDocuments(ids.toArray(Term[]::new));
          ids.clear();
        }
      }
    }
    live.lucene().deleteDocuments(ids.toArray(Term[]::new));
  }

  /** Of articles whose earlier version stands in the same batch only the later one. */
  private static void readArrivals(LeafReader batch, List<Arrival> arrived) throws IOException {
    SortedNumericDocValues fetched = DocValues.getSortedNumeric(batch, IndexSchema.FETCHED);
    SortedNumericDocValues published = DocValues.getSortedNumeric(batch, IndexSchema.PUBLISHED);
    Bits present = batch.getLiveDocs();
    for (int doc = fetched.nextDoc(); doc != NO_MORE_DOCS; doc = fetched.nextDoc()) {
      if (present == null || present.get(doc)) {
        arrived.add(
            new Arrival(
                Instant.ofEpochMilli(fetched.nextValue()),
                published.advanceExact(doc) ? Instant.ofEpochMilli(published.nextValue()) : null));
      }
    }
  }

  private LiveWriter open() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + lockWait.toNanos();
    while (true) {
      try {
        return LiveWriter.open(folder, clock);
      } catch (IndexLockedException e) {
        if (System.nanoTime() >= deadline) {
          throw e;
        }
        Thread.sleep(LOCK_POLL);
      }
    }
  }

  private static void deleteIfEmpty(Path writer) {
    try {
      Files.deleteIfExists(writer);
    } catch (IOException e) {
      // Further batches of the same writer wait in there.
    }
  }
}
