package io.chipwire.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;

/** Something computed once for each state of the index, and forgotten with it. Thread-safe. */
final class SnapshotCache<V> {

  private final Map<IndexReader.CacheKey, V> values = new ConcurrentHashMap<>();
  private final Computation<V> computation;

  /** From a reader to what is to be remembered. */
  interface Computation<V> {
    V of(IndexReader reader) throws IOException;
  }

  SnapshotCache(Computation<V> computation) {
    this.computation = computation;
  }

  V get(IndexReader reader) throws IOException {
    IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
    V present = values.get(helper.getKey());
    if (present != null) {
      return present;
    }
    V computed = computation.of(reader);
    V raced = values.putIfAbsent(helper.getKey(), computed);
    if (raced != null) {
      return raced;
    }
    helper.addClosedListener(values::remove);
    return computed;
  }
}
