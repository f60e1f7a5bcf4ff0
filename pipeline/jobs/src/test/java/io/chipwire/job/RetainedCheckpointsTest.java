package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedCheckpointsTest {

  @TempDir Path folder;

  private Path checkpoint(String name, long modified) throws IOException {
    Path metadata = folder.resolve(name).resolve("_metadata");
    Files.createDirectories(metadata.getParent());
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(metadata))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(modified, List.of(), List.of()), out);
    }
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(modified));
    return metadata.getParent();
  }

  @Test
  void takesTheNewestThatIsComplete() throws IOException {
    try (RetainedCheckpoints checkpoints = RetainedCheckpoints.open(folder)) {
      assertThat(checkpoints.newestOf("abc")).isEmpty();
      checkpoint("job/chk-1", 1_000);
      Path newest = checkpoint("job/chk-2", 2_000);
      Path cut = checkpoint("job/chk-3", 3_000).resolve("_metadata");
      Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 9));
      Files.createDirectories(folder.resolve("job/chk-4"));

      assertThat(checkpoints.newestOf("abc")).contains(newest);
    }
  }

  @Test
  void findsWhatAStopLeft() throws IOException {
    try (RetainedCheckpoints checkpoints = RetainedCheckpoints.open(folder)) {
      assertThat(checkpoints.newestOf("abc")).isEmpty();
      checkpoint("job/chk-1", 1_000);
      Path stopped = checkpoint("stopped/savepoint-1", 2_000);

      assertThat(checkpoints.newestOf("abc")).contains(stopped);
    }
  }

  @Test
  void deletesCheckpointsOfOtherInputs() throws IOException {
    try (RetainedCheckpoints checkpoints = RetainedCheckpoints.open(folder)) {
      assertThat(checkpoints.newestOf("abc")).isEmpty();
      Path old = checkpoint("job/chk-1", 1_000);

      assertThat(checkpoints.newestOf("def")).isEmpty();

      assertThat(old).doesNotExist();
      assertThat(checkpoints.newestOf("abc")).isEmpty();
    }
  }

  @Test
  void isForOneBackfillAtATime() throws IOException {
    try (RetainedCheckpoints first = RetainedCheckpoints.open(folder)) {
      assertThat(first.folder()).isEqualTo(folder);
      assertThatThrownBy(() -> RetainedCheckpoints.open(folder))
          .isInstanceOf(IOException.class)
          .hasMessage(
              folder + ": in use by another run; expected it to end first, or another index");
    }
    RetainedCheckpoints.open(folder).close();
  }

  @Test
  void bearsThatCheckpointsAreDeletedMeanwhile() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (RetainedCheckpoints checkpoints = RetainedCheckpoints.open(folder)) {
      checkpoints.newestOf("a");
      Path job = Files.createDirectory(folder.resolve("job"));
      CompletableFuture<Void> deleting = CompletableFuture.runAsync(() -> makeAndDelete(job, over));
      try {
        for (int i = 0; i < 500; i++) {
          assertThat(checkpoints.newestOf("a")).isEmpty();
        }
      } finally {
        over.set(true);
        deleting.join();
      }
    }
  }

  private static void makeAndDelete(Path job, AtomicBoolean over) {
    try {
      while (!over.get()) {
        for (int i = 0; i < 20; i++) {
          Files.createDirectory(job.resolve("chk-" + i));
        }
        for (int i = 0; i < 20; i++) {
          Files.delete(job.resolve("chk-" + i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
