package io.chipwire.archive.flink;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.archive.FolderLook;
import io.chipwire.archive.FolderState;
import io.chipwire.archive.FolderWatch;
import io.chipwire.archive.WatchedFolder;
import io.chipwire.article.Rejection;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Looks into each folder at its interval, outside the coordinator's thread, and hands out one file
 * per request, for as long as the job runs. A folder that is new in the configuration is watched
 * from now on; one that is gone is forgotten.
 *
 * <p>Owned state: a {@link FolderWatch} per folder and the splits not handed out. All methods but
 * the looking run in the coordinator's thread.
 */
final class FolderEnumerator implements SplitEnumerator<ArchiveSplit, FolderProgress> {

  private final SplitEnumeratorContext<ArchiveSplit> context;
  private final Clock clock;
  private final Map<WatchedFolder, FolderWatch> watches = new LinkedHashMap<>();
  private final TreeSet<ArchiveSplit> pending =
      new TreeSet<>(Comparator.comparingInt(ArchiveSplit::number));
  private final Set<Integer> waiting = new LinkedHashSet<>();
  private int next;

  FolderEnumerator(
      SplitEnumeratorContext<ArchiveSplit> context,
      List<WatchedFolder> folders,
      Clock clock,
      FolderProgress restored) {
    this.context = context;
    this.clock = clock;
    for (WatchedFolder folder : folders) {
      FolderState known = restored.folders().get(folder.name());
      watches.put(folder, new FolderWatch(known == null ? FolderState.FRESH : known));
    }
    pending.addAll(restored.splits());
    next = restored.next();
  }

  @Override
  public void start() {
    watches.forEach(
        (folder, watch) ->
            context.callAsync(
                () -> FolderLook.into(folder, clock),
                (look, failure) -> looked(folder, watch, look, failure),
                0,
                folder.interval().toMillis()));
  }

  private void looked(
      WatchedFolder folder,
      FolderWatch watch,
      @Nullable FolderLook look,
      @Nullable Throwable failure) {
    if (look == null) {
      throw new FlinkRuntimeException("folder cannot be looked into: " + folder.path(), failure);
    }
    FolderWatch.News news = watch.take(look);
    for (Rejection rejection : news.rejections()) {
      pending.add(new ArchiveSplit(next++, null, rejection, 0));
    }
    for (ArchiveFile file : news.files()) {
      pending.add(new ArchiveSplit(next++, file, null, 0));
    }
    serve();
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    waiting.add(subtask);
    serve();
  }

  private void serve() {
    Iterator<Integer> subtasks = waiting.iterator();
    while (subtasks.hasNext() && !pending.isEmpty()) {
      int subtask = subtasks.next();
      subtasks.remove();
      if (context.registeredReaders().containsKey(subtask)) { // else it failed, and will ask again
        context.assignSplit(pending.removeFirst(), subtask);
      }
    }
  }

  @Override
  public void addSplitsBack(List<ArchiveSplit> splits, int subtask) {
    waiting.remove(subtask);
    pending.addAll(splits);
    serve();
  }

  @Override
  public void addReader(int subtask) {
    // it asks when it is ready
  }

  @Override
  public FolderProgress snapshotState(long checkpointId) {
    Map<String, FolderState> folders = new HashMap<>();
    watches.forEach((folder, watch) -> folders.put(folder.name(), watch.state()));
    return new FolderProgress(next, List.copyOf(pending), folders);
  }

  @Override
  public void close() {
    // holds nothing open
  }
}
