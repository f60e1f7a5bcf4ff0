package io.chipwire.web.flink;

import io.chipwire.web.WatchState;
import io.chipwire.web.WatchedSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives each source to one reader, spread by its place in the configuration. A source that is new
 * in the configuration is watched from now on; one that is gone is dropped by the reader that has
 * it, and forgotten here.
 *
 * <p>Owned state: the names of the sources assigned, and those given back. All methods run in the
 * coordinator's thread.
 */
final class WatchEnumerator implements SplitEnumerator<WatchSplit, Assigned> {

  private final SplitEnumeratorContext<WatchSplit> context;
  private final List<WatchedSource> sources;
  private final Set<String> assigned = new TreeSet<>();
  private final Map<String, WatchSplit> returned = new TreeMap<>();

  WatchEnumerator(
      SplitEnumeratorContext<WatchSplit> context,
      List<WatchedSource> sources,
      @Nullable Assigned restored) {
    this.context = context;
    this.sources = sources;
    if (restored != null) {
      assigned.addAll(restored.names());
      assigned.retainAll(sources.stream().map(WatchedSource::name).toList());
    }
  }

  @Override
  public void start() {
    // readers come when they are ready
  }

  @Override
  public void addReader(int subtask) {
    for (int i = 0; i < sources.size(); i++) {
      WatchedSource source = sources.get(i);
      boolean its = i % context.currentParallelism() == subtask;
      if (its && assigned.add(source.name())) {
        WatchSplit known = returned.remove(source.name());
        context.assignSplit(
            known == null ? new WatchSplit(source.name(), WatchState.fresh(source)) : known,
            subtask);
      }
    }
  }

  /** A reader failed that had them since the last checkpoint. It will come again. */
  @Override
  public void addSplitsBack(List<WatchSplit> splits, int subtask) {
    for (WatchSplit split : splits) {
      assigned.remove(split.name());
      returned.put(split.name(), split);
    }
    if (context.registeredReaders().containsKey(subtask)) {
      addReader(subtask);
    }
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    // a reader takes what it is given
  }

  @Override
  public Assigned snapshotState(long checkpointId) {
    return new Assigned(assigned);
  }

  @Override
  public void close() {
    // holds nothing open
  }
}
