package io.chipwire.search.flink;

import io.chipwire.extraction.Extraction;
import io.chipwire.search.IndexFolder;
import io.chipwire.search.InstallStep;
import io.chipwire.search.LiveIndex;
import io.chipwire.search.StagedBatch;
import io.chipwire.search.StagingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes articles with what they say into an index folder, exactly once; see the package.
 *
 * <p><i>Owned state:</i> none beside the committables that Flink keeps. A writer never takes over
 * another one's batches: every attempt of every writer has a fresh random id, so that no sequence
 * number is ever used for two different batches, whatever is restored and at which parallelism.
 *
 * <p><i>Design constraint:</i> never drops a batch. If the index is locked for long, the commit is
 * retried and then the job restarts and commits again.
 */
public final class LuceneSink implements Sink<Extraction>, SupportsCommitter<StagedBatch> {

  private static final long serialVersionUID = 1L;

  /** Wait for another committer within one attempt; Flink makes several attempts. */
  private static final Duration LOCK_WAIT = Duration.ofSeconds(20);

  /** How long a batch may wait in the staging folder for its job to be resumed. */
  private static final Duration STAGING_KEPT = Duration.ofDays(14);

  private final String root;
  private final InstallStep.Observer observer;

  /**
   * A sink into the index in {@code folder}, which is made if it is not there. The path must lead
   * to the same folder in every process of the job.
   */
  public LuceneSink(IndexFolder folder) {
    this(folder, InstallStep.Observer.NONE);
  }

  /** For tests that let a step fail. */
  LuceneSink(IndexFolder folder, InstallStep.Observer observer) {
    this.root = folder.root().toAbsolutePath().toString();
    this.observer = observer;
  }

  @Override
  public SinkWriter<Extraction> createWriter(WriterInitContext context) throws IOException {
    IndexFolder folder = folder();
    if (folder.exists()) {
      folder.requireUsable();
    }
    String writerId = UUID.randomUUID().toString();
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
    Files.createDirectories(scratch);
    return new LuceneSinkWriter(new StagingWriter(folder, writerId, scratch), observer);
  }

  @Override
  public Committer<StagedBatch> createCommitter(CommitterInitContext context) throws IOException {
    IndexFolder folder = folder();
    Clock clock = Clock.systemUTC();
    folder.deleteStaged(clock.instant().minus(STAGING_KEPT));
    return new LuceneCommitter(
        new LiveIndex(folder, clock, LOCK_WAIT, observer, new IndexSigns(context.metricGroup())));
  }

  @Override
  public SimpleVersionedSerializer<StagedBatch> getCommittableSerializer() {
    return new StagedBatchSerializer();
  }

  private IndexFolder folder() {
    return new IndexFolder(Path.of(root));
  }
}
