package io.chipwire.search.flink;

import io.chipwire.search.IndexLockedException;
import io.chipwire.search.LiveIndex;
import io.chipwire.search.StagedBatch;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Committer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the batches of a completed checkpoint into the live index, all in one Lucene commit. */
final class LuceneCommitter implements Committer<StagedBatch> {

  private static final Logger LOG = LoggerFactory.getLogger(LuceneCommitter.class);

  private final LiveIndex live;

  LuceneCommitter(LiveIndex live) {
    this.live = live;
  }

  @Override
  public void commit(Collection<CommitRequest<StagedBatch>> requests)
      throws IOException, InterruptedException {
    Map<StagedBatch, CommitRequest<StagedBatch>> byBatch = new LinkedHashMap<>();
    for (CommitRequest<StagedBatch> request : requests) {
      byBatch.put(request.getCommittable(), request);
    }
    if (byBatch.isEmpty()) {
      return;
    }
    try {
      for (StagedBatch present : live.install(byBatch.keySet())) {
        byBatch.get(present).signalAlreadyCommitted();
      }
    } catch (IndexLockedException e) {
      LOG.info("{}; {} batches wait for the next attempt", e.getMessage(), byBatch.size());
      requests.forEach(CommitRequest::retryLater);
    }
  }

  @Override
  public void close() {}
}
