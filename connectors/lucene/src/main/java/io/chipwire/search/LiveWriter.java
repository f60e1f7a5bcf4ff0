package io.chipwire.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The one open writer of a live index, with its commit log. Holds the index's lock from opening to
 * closing. Not safe for use by several threads.
 */
final class LiveWriter implements Closeable {

  private static final int KEPT_COMMITS = 5;
  private static final double BUFFER_MEGABYTES = 64;

  private final Clock clock;
  private final Directory directory;
  private final IndexWriter writer;
  private final CommitLog log;
  private boolean dirty;

  private LiveWriter(Clock clock, Directory directory, IndexWriter writer, CommitLog log) {
    this.clock = clock;
    this.directory = directory;
    this.writer = writer;
    this.log = log;
  }

  /**
   * Opens the live index, or makes an empty one where there is none.
   *
   * @throws IndexLockedException if another process or thread is writing it
   * @throws UnusableIndexException if there is one of another schema
   */
  static LiveWriter open(IndexFolder folder, Clock clock) throws IOException {
    if (folder.exists()) {
      folder.requireUsable();
    }
    Files.createDirectories(folder.live());
    Directory directory = FSDirectory.open(folder.live());
    IndexWriterConfig config =
        new IndexWriterConfig(IndexSchema.analyzer())
            .setOpenMode(OpenMode.CREATE_OR_APPEND)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setIndexDeletionPolicy(new RecentCommits(KEPT_COMMITS));
    IndexWriter writer;
    try {
      writer = new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IndexLockedException(folder.root(), e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
    Map<String, String> commitData = new HashMap<>();
    Iterable<Map.Entry<String, String>> found = writer.getLiveCommitData();
    if (found != null) {
      found.forEach(entry -> commitData.put(entry.getKey(), entry.getValue()));
    }
    LiveWriter live = new LiveWriter(clock, directory, writer, CommitLog.of(commitData));
    if (commitData.isEmpty()) {
      live.commit();
    }
    return live;
  }

  /** The writer, to change the index; what is not committed afterwards is dropped. */
  IndexWriter lucene() {
    dirty = true;
    return writer;
  }

  CommitLog log() {
    return log;
  }

  /** Makes everything since the last commit visible and durable at once. */
  void commit() throws IOException {
    writer.setLiveCommitData(log.toCommitData(clock.instant()).entrySet());
    writer.commit();
    dirty = false;
  }

  /** Drops what was not committed; where all was, waits for merges under way and keeps them. */
  @Override
  public void close() throws IOException {
    try {
      if (dirty) {
        writer.rollback();
      } else {
        writer.close();
      }
    } finally {
      directory.close();
    }
  }
}
