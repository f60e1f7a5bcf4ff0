package io.chipwire.archive.flink;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.archive.ArchiveListing;
import io.chipwire.article.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Lists the inputs once, outside the coordinator's thread, and hands out one split per request.
 *
 * <p>Owned state: the splits not handed out. All methods run in the coordinator's thread.
 */
final class ArchiveEnumerator implements SplitEnumerator<ArchiveSplit, PendingSplits> {

  private final SplitEnumeratorContext<ArchiveSplit> context;
  private final List<String> inputs;
  private final TreeSet<ArchiveSplit> pending =
      new TreeSet<>(Comparator.comparingInt(ArchiveSplit::number));
  private final Set<Integer> waiting = new LinkedHashSet<>();
  private boolean listed;

  ArchiveEnumerator(
      SplitEnumeratorContext<ArchiveSplit> context,
      List<String> inputs,
      @Nullable List<ArchiveSplit> restored) {
    this.context = context;
    this.inputs = inputs;
    if (restored != null) {
      listed = true;
      pending.addAll(restored);
    }
  }

  @Override
  public void start() {
    if (!listed) {
      context.callAsync(() -> splits(ArchiveListing.of(inputs)), this::listed);
    }
  }

  private static List<ArchiveSplit> splits(ArchiveListing listing) {
    List<ArchiveSplit> splits = new ArrayList<>();
    for (Rejection rejection : listing.rejections()) {
      splits.add(new ArchiveSplit(splits.size(), null, rejection, 0));
    }
    for (ArchiveFile file : listing.files()) {
      splits.add(new ArchiveSplit(splits.size(), file, null, 0));
    }
    return splits;
  }

  private void listed(List<ArchiveSplit> splits, @Nullable Throwable failure) {
    if (failure != null) {
      throw new FlinkRuntimeException("inputs cannot be listed: " + inputs, failure);
    }
    listed = true;
    pending.addAll(splits);
    waiting.forEach(this::assign);
    waiting.clear();
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    if (!listed) {
      waiting.add(subtask);
    } else {
      assign(subtask);
    }
  }

  private void assign(int subtask) {
    if (!context.registeredReaders().containsKey(subtask)) {
      return; // it failed in the meantime and will ask again
    }
    ArchiveSplit next = pending.pollFirst();
    if (next == null) {
      context.signalNoMoreSplits(subtask);
    } else {
      context.assignSplit(next, subtask);
    }
  }

  @Override
  public void addSplitsBack(List<ArchiveSplit> splits, int subtask) {
    pending.addAll(splits);
  }

  @Override
  public void addReader(int subtask) {
    // it asks when it is ready
  }

  @Override
  public PendingSplits snapshotState(long checkpointId) {
    return new PendingSplits(listed ? List.copyOf(pending) : null);
  }

  @Override
  public void close() {
    // holds nothing open
  }
}
