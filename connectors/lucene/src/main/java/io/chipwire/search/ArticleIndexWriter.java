package io.chipwire.search;

import io.chipwire.extraction.Extraction;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;

/**
 * Writes an index from one process without Flink. Articles become visible, and safe from a crash,
 * with {@link #commit}; closing without it drops them. Holds the index's lock until it is closed.
 * Not safe for use by several threads.
 */
public final class ArticleIndexWriter implements Closeable {

  private final LiveWriter live;

  private ArticleIndexWriter(LiveWriter live) {
    this.live = live;
  }

  /**
   * Opens the index in {@code folder}, or makes an empty one.
   *
   * @param clock tells when a commit was made
   * @throws IndexLockedException if somebody else is writing it
   * @throws UnusableIndexException if the folder holds an index of another schema
   */
  public static ArticleIndexWriter open(IndexFolder folder, Clock clock) throws IOException {
    return new ArticleIndexWriter(LiveWriter.open(folder, clock));
  }

  /** Puts an article in, in place of the one with the same id. */
  public void put(Extraction extraction) throws IOException {
    live.lucene()
        .updateDocuments(
            ArticleBlock.idTerm(extraction.article().id()), ArticleBlock.of(extraction));
  }

  /** Takes an article out; one that is not there is no error. */
  public void delete(String articleId) throws IOException {
    live.lucene().deleteDocuments(ArticleBlock.idTerm(articleId));
  }

  /** Makes everything up to here visible and durable. */
  public void commit() throws IOException {
    live.commit();
  }

  @Override
  public void close() throws IOException {
    live.close();
  }
}
