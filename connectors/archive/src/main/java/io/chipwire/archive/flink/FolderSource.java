package io.chipwire.archive.flink;

import io.chipwire.archive.ArchiveOptions;
import io.chipwire.archive.WatchedFolder;
import io.chipwire.article.Intake;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Watches folders for as long as the job runs, and reads each file below them once, and again when
 * it was changed. Paths are those of the JobManager, which lists them, and of the TaskManagers,
 * which read them.
 *
 * <p>Folders are told apart by name: a job that is started again goes on with those it knew.
 */
public final class FolderSource
    implements Source<Intake, ArchiveSplit, FolderProgress>, ResultTypeQueryable<Intake> {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // List.copyOf is serializable
  private final List<WatchedFolder> folders;

  private final ArchiveOptions options;

  private FolderSource(List<WatchedFolder> folders, ArchiveOptions options) {
    this.folders = List.copyOf(folders);
    this.options = options;
  }

  /**
   * A source that watches all of these.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static FolderSource of(List<WatchedFolder> folders, ArchiveOptions options) {
    Set<String> names = new HashSet<>();
    for (WatchedFolder folder : folders) {
      if (!names.add(folder.name())) {
        throw new IllegalArgumentException(
            "folder \"" + folder.name() + "\" is there twice; expected a name of its own for each");
      }
    }
    return new FolderSource(folders, options);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Intake, ArchiveSplit> createReader(SourceReaderContext context) {
    return new ArchiveSplitReader(context, options);
  }

  @Override
  public SplitEnumerator<ArchiveSplit, FolderProgress> createEnumerator(
      SplitEnumeratorContext<ArchiveSplit> context) {
    return restoreEnumerator(context, FolderProgress.NONE);
  }

  @Override
  public SplitEnumerator<ArchiveSplit, FolderProgress> restoreEnumerator(
      SplitEnumeratorContext<ArchiveSplit> context, FolderProgress checkpoint) {
    return new FolderEnumerator(context, folders, Clock.systemUTC(), checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<ArchiveSplit> getSplitSerializer() {
    return new ArchiveSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<FolderProgress> getEnumeratorCheckpointSerializer() {
    return new FolderProgressSerializer();
  }

  @Override
  public TypeInformation<Intake> getProducedType() {
    return TypeInformation.of(Intake.class);
  }
}
