package io.chipwire.search;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** A state of the index, kept open until it is given back. */
final class Lease implements Closeable {

  private final IndexSearcher searcher;
  private final Recording recording;
  private final Closeable release;

  /** Keeps the state for a while after the lease. */
  interface Recording {
    long record() throws IOException;
  }

  Lease(IndexSearcher searcher, Recording recording, Closeable release) {
    this.searcher = searcher;
    this.recording = recording;
    this.release = release;
  }

  IndexReader reader() {
    return searcher.getIndexReader();
  }

  /** Keeps the state to be paged through, and names it. */
  long record() throws IOException {
    return recording.record();
  }

  @Override
  public void close() throws IOException {
    release.close();
  }
}
