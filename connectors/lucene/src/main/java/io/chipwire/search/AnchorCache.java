package io.chipwire.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** The {@link Anchors} of each segment, read once, for as long as the segment is there. */
final class AnchorCache {

  private final Map<IndexReader.CacheKey, Anchors> known = new ConcurrentHashMap<>();

  Anchors of(LeafReader segment) throws IOException {
    IndexReader.CacheHelper core = segment.getCoreCacheHelper();
    if (core == null) {
      return Anchors.of(segment);
    }
    Anchors anchors = known.get(core.getKey());
    if (anchors == null) {
      anchors = Anchors.of(segment);
      known.put(core.getKey(), anchors);
      core.addClosedListener(known::remove);
    }
    return anchors;
  }
}
