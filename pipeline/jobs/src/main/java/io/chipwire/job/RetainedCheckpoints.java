package io.chipwire.job;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints that a job leaves behind when it is killed or stopped, with the fingerprint of
 * the inputs they belong to. Holds a lock on the folder until {@link #close}, which the operating
 * system lifts when the process dies.
 */
final class RetainedCheckpoints implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RetainedCheckpoints.class);

  /** Job, checkpoint, metadata. */
  private static final int DEPTH = 3;

  private static final String METADATA = "_metadata";
  private static final String SAVEPOINTS = "savepoints";
  private static final String FINGERPRINT = "inputs.sha256";

  private final Path folder;
  private final FileChannel lockFile;

  private RetainedCheckpoints(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Opens the folder, making it if need be.
   *
   * @throws IOException if another process holds it
   */
  static RetainedCheckpoints open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      LOG.debug("locked by this process", e);
    }
    if (lock == null) {
      lockFile.close();
      throw new IOException(
          folder + ": in use by another run; expected it to end first, or another index");
    }
    return new RetainedCheckpoints(folder, lockFile);
  }

  Path folder() {
    return folder;
  }

  /**
   * Lets a job take exactly-once checkpoints in here, and go on from one.
   *
   * @param interval between two
   * @param resumed where it goes on from, if anywhere; that checkpoint is the job's from now on,
   *     but for savepoints that others put into {@code savepoints}
   */
  void configure(Configuration configuration, Duration interval, Optional<Path> resumed) {
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    resumed.ifPresent(
        path -> {
          configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString());
          configuration.set(
              StateRecoveryOptions.RESTORE_MODE,
              path.startsWith(folder.resolve(SAVEPOINTS))
                  ? RecoveryClaimMode.NO_CLAIM // somebody may want to go back to it
                  : RecoveryClaimMode.CLAIM);
        });
  }

  /**
   * The newest complete checkpoint of these inputs. Where the inputs are others, all checkpoints
   * are deleted.
   */
  Optional<Path> newestOf(String fingerprint) throws IOException {
    Path file = folder.resolve(FINGERPRINT);
    if (!Files.exists(file) || !Files.readString(file).equals(fingerprint)) {
      clear();
      Files.writeString(file, fingerprint);
      return Optional.empty();
    }
    return metadataFiles().stream()
        .sorted(Comparator.comparing(RetainedCheckpoints::modified).reversed())
        .filter(RetainedCheckpoints::isComplete)
        .map(metadata -> Objects.requireNonNull(metadata.getParent()))
        .findFirst();
  }

  /** Those that are there: a job that was stopped may still clear up after itself. */
  private List<Path> metadataFiles() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.endsWith(METADATA)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return passOver(e);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            return e == null ? FileVisitResult.CONTINUE : passOver(e);
          }

          private FileVisitResult passOver(IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    return found;
  }

  /** A process may be killed while it writes the metadata, which come last. */
  private static boolean isComplete(Path metadata) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(metadata)))) {
      Checkpoints.loadCheckpointMetadata(
          in, RetainedCheckpoints.class.getClassLoader(), metadata.toString());
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.warn("{}: not complete, an older checkpoint is looked for: {}", metadata, e.toString());
      return false;
    }
  }

  /**
   * How long ago a checkpoint was completed; very long for a savepoint, behind which its job is
   * over.
   */
  static Duration ageOfCheckpoint(Path checkpoint, Instant now) {
    return checkpoint.getFileName().toString().startsWith("chk-")
        ? Duration.between(modified(checkpoint.resolve(METADATA)).toInstant(), now)
        : Duration.ofDays(36_500);
  }

  private static FileTime modified(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** Deletes all checkpoints, and what says to which inputs they belong first of all. */
  void clear() throws IOException {
    Files.deleteIfExists(folder.resolve(FINGERPRINT));
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.filter(path -> !path.endsWith("lock")).toList()) {
        FileUtils.deleteFileOrDirectory(child.toFile());
      }
    } catch (NoSuchFileException e) {
      LOG.debug("deleted by somebody else", e);
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
