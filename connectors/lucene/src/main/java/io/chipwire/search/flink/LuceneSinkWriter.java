package io.chipwire.search.flink;

import io.chipwire.extraction.Extraction;
import io.chipwire.search.InstallStep;
import io.chipwire.search.StagedBatch;
import io.chipwire.search.StagingWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;

/** Builds one batch a checkpoint. */
final class LuceneSinkWriter implements CommittingSinkWriter<Extraction, StagedBatch> {

  private final StagingWriter staging;
  private final InstallStep.Observer observer;

  LuceneSinkWriter(StagingWriter staging, InstallStep.Observer observer) {
    this.staging = staging;
    this.observer = observer;
  }

  @Override
  public void write(Extraction extraction, Context context) throws IOException {
    staging.put(extraction);
  }

  /** Nothing to do: what was written is handed over by {@link #prepareCommit}. */
  @Override
  public void flush(boolean endOfInput) {}

  @Override
  public Collection<StagedBatch> prepareCommit() throws IOException {
    Optional<StagedBatch> batch = staging.stage();
    if (batch.isEmpty()) {
      return List.of();
    }
    observer.reached(InstallStep.STAGED);
    return List.of(batch.get());
  }

  @Override
  public void close() throws IOException {
    staging.close();
  }
}
