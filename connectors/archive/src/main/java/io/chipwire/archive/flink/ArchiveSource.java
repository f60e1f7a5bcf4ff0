package io.chipwire.archive.flink;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.archive.ArchiveOptions;
import io.chipwire.article.Intake;
import java.util.List;
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
 * Reads files and folders to their end. Paths are those of the JobManager, which lists them, and of
 * the TaskManagers, which read them. A file must not change while it is read, nor between a
 * checkpoint and the restart from it.
 *
 * <p>Progress: the {@linkplain Intake#bytes() bytes} of all intakes add up to the {@linkplain
 * io.chipwire.archive.ArchiveListing#bytes() size} of the inputs.
 */
public final class ArchiveSource
    implements Source<Intake, ArchiveSplit, PendingSplits>, ResultTypeQueryable<Intake> {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // List.copyOf is serializable
  private final List<String> inputs;

  private final ArchiveOptions options;

  private ArchiveSource(List<String> inputs, ArchiveOptions options) {
    this.inputs = List.copyOf(inputs);
    this.options = options;
  }

  /**
   * A source of everything that the inputs name.
   *
   * @throws IllegalArgumentException if standard input is among them: it cannot be read again
   */
  public static ArchiveSource of(List<String> inputs, ArchiveOptions options) {
    if (inputs.contains(ArchiveFile.STANDARD_INPUT)) {
      throw new IllegalArgumentException(
          "input \"-\": standard input cannot be read again after a restart; expected files");
    }
    return new ArchiveSource(inputs, options);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<Intake, ArchiveSplit> createReader(SourceReaderContext context) {
    return new ArchiveSplitReader(context, options);
  }

  @Override
  public SplitEnumerator<ArchiveSplit, PendingSplits> createEnumerator(
      SplitEnumeratorContext<ArchiveSplit> context) {
    return new ArchiveEnumerator(context, inputs, null);
  }

  @Override
  public SplitEnumerator<ArchiveSplit, PendingSplits> restoreEnumerator(
      SplitEnumeratorContext<ArchiveSplit> context, PendingSplits checkpoint) {
    return new ArchiveEnumerator(context, inputs, checkpoint.splits());
  }

  @Override
  public SimpleVersionedSerializer<ArchiveSplit> getSplitSerializer() {
    return new ArchiveSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<PendingSplits> getEnumeratorCheckpointSerializer() {
    return new PendingSplitsSerializer();
  }

  @Override
  public TypeInformation<Intake> getProducedType() {
    return TypeInformation.of(Intake.class);
  }
}
