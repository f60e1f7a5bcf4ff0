package io.chipwire.archive.flink;

import io.chipwire.archive.ArchiveFileReader;
import io.chipwire.archive.ArchiveOptions;
import io.chipwire.article.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/**
 * Emits the intakes of one file after the other.
 *
 * <p>Owned state: the splits given and not finished, the first with its position. Everything runs
 * in the task's thread; {@link #pollNext} reads one record.
 */
final class ArchiveSplitReader implements SourceReader<Intake, ArchiveSplit> {

  private final SourceReaderContext context;
  private final ArchiveOptions options;
  private final Deque<ArchiveSplit> splits = new ArrayDeque<>();
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private @Nullable ArchiveSplit current;
  private @Nullable ArchiveFileReader file;
  private boolean noMoreSplits;

  ArchiveSplitReader(SourceReaderContext context, ArchiveOptions options) {
    this.context = context;
    this.options = options;
  }

  @Override
  public void start() {
    if (splits.isEmpty()) {
      context.sendSplitRequest();
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Intake> output) throws IOException {
    ArchiveSplit split = current;
    if (split == null) {
      split = splits.poll();
      if (split == null) {
        return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
      }
      open(split);
    }
    Intake intake = next(split);
    if (intake != null) {
      current = split.at(split.position() + 1);
      output.collect(intake);
      return InputStatus.MORE_AVAILABLE;
    }
    closeFile();
    current = null;
    if (splits.isEmpty() && !noMoreSplits) {
      available = new CompletableFuture<>();
      context.sendSplitRequest();
      return InputStatus.NOTHING_AVAILABLE;
    }
    return InputStatus.MORE_AVAILABLE;
  }

  private void open(ArchiveSplit split) {
    current = split;
    if (split.file() != null) {
      file = ArchiveFileReader.open(split.file(), options, InputStream.nullInputStream());
      file.skip(split.position());
    }
  }

  private @Nullable Intake next(ArchiveSplit split) {
    if (file != null) {
      return file.next();
    }
    return split.position() == 0 && split.refused() != null ? Intake.of(split.refused()) : null;
  }

  private void closeFile() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }

  @Override
  public List<ArchiveSplit> snapshotState(long checkpointId) {
    List<ArchiveSplit> unfinished = new ArrayList<>();
    if (current != null) {
      unfinished.add(current);
    }
    unfinished.addAll(splits);
    return unfinished;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void addSplits(List<ArchiveSplit> added) {
    splits.addAll(added);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
    available.complete(null);
  }

  @Override
  public void close() throws IOException {
    closeFile();
  }
}
