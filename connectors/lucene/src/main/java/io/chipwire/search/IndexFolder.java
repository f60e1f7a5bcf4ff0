package io.chipwire.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The layout of an index folder, see the package. Immutable; says nothing of what is on disk. */
public record IndexFolder(Path root) {

  /** Where searchers look. */
  public Path live() {
    return root.resolve("live");
  }

  /** Where jobs put what is not yet in. */
  public Path staging() {
    return root.resolve("staging");
  }

  /** Where one batch waits. */
  Path staged(StagedBatch batch) {
    return staging().resolve(batch.writerId()).resolve(Long.toString(batch.sequence()));
  }

  /** Whether there is an index, of whatever version. */
  public boolean exists() throws IOException {
    if (!Files.isDirectory(live())) {
      return false;
    }
    try (Directory directory = FSDirectory.open(live())) {
      return DirectoryReader.indexExists(directory);
    }
  }

  /**
   * Checks that the folder holds an index of this schema.
   *
   * @throws UnusableIndexException if it does not; the message names path, found and expected
   */
  public void requireUsable() throws IOException {
    String expected = "a chipwire index (schema version " + IndexSchema.VERSION + ")";
    if (!Files.exists(root)) {
      throw new UnusableIndexException(root, "nothing (no such folder)", expected);
    }
    if (!Files.isDirectory(root)) {
      throw new UnusableIndexException(root, "a file", expected);
    }
    if (!Files.isDirectory(live())) {
      throw new UnusableIndexException(root, "no folder \"live\" in it", expected);
    }
    try (Directory directory = FSDirectory.open(live())) {
      checkVersion(SegmentInfos.readLatestCommit(directory).getUserData());
    } catch (IndexNotFoundException e) {
      throw new UnusableIndexException(root, "no Lucene index in its folder \"live\"", expected);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new UnusableIndexException(
          root, "an index of another Lucene (" + e.getMessage() + ")", expected);
    }
  }

  /** Refuses the commit data of another schema. */
  void checkVersion(Map<String, String> commitData) throws UnusableIndexException {
    String found = CommitLog.version(commitData);
    if (!Integer.toString(IndexSchema.VERSION).equals(found)) {
      throw new UnusableIndexException(
          root,
          found == null ? "a Lucene index that is not chipwire's" : "schema version " + found,
          "schema version "
              + IndexSchema.VERSION
              + " (build the index anew with chipwire backfill)");
    }
  }

  /**
   * Deletes staged batches that nobody has touched since {@code cutoff}: left by jobs that were
   * killed and never resumed. A checkpoint older than that cannot be resumed afterwards.
   *
   * @return how many batches were deleted
   */
  public int deleteStaged(Instant cutoff) throws IOException {
    if (!Files.isDirectory(staging())) {
      return 0;
    }
    int deleted = 0;
    for (Path writer : list(staging())) {
      for (Path batch : list(writer)) {
        if (modified(batch).isBefore(cutoff)) {
          deleteTree(batch);
          deleted++;
        }
      }
      if (modified(writer).isBefore(cutoff) && list(writer).isEmpty()) {
        Files.deleteIfExists(writer);
      }
    }
    return deleted;
  }

  /** Deletes a folder with all it holds; what is gone already is no error. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Instant modified(Path path) throws IOException {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (NoSuchFileException e) {
      return Instant.MAX;
    }
  }
}
