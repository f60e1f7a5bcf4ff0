package io.chipwire.store.flink;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.jspecify.annotations.Nullable;

/** An enumerator that hands out nothing: the one reader knows where to read. */
final class NothingToSplit implements SplitEnumerator<WholeStore, WholeStore> {

  @Override
  public void start() {
    // nothing to find
  }

  @Override
  public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {
    // nobody asks
  }

  @Override
  public void addSplitsBack(List<WholeStore> splits, int subtaskId) {
    // none were handed out
  }

  @Override
  public void addReader(int subtaskId) {
    // it needs nothing
  }

  @Override
  public WholeStore snapshotState(long checkpointId) {
    return new WholeStore();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
