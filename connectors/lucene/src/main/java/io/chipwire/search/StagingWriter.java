package io.chipwire.search;

import io.chipwire.extraction.Extraction;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Builds small indexes on the local disk and hands each over by copying it into the staging folder
 * of the index. Of two revisions of one article in a batch the one with the higher ordinal stays,
 * of equal ordinals the later. Not safe for use by several threads.
 */
public final class StagingWriter implements Closeable {

  private static final double BUFFER_MEGABYTES = 32;

  private final IndexFolder folder;
  private final String writerId;
  private final Path scratch;
  private final Map<String, Long> ordinals = new HashMap<>();
  private long sequence;
  private @Nullable IndexWriter writer;

  /**
   * A writer that has built nothing yet.
   *
   * @param writerId never used before, see {@link StagedBatch}
   * @param scratch an existing local folder under which the batches are built
   */
  public StagingWriter(IndexFolder folder, String writerId, Path scratch) throws IOException {
    this.folder = folder;
    this.writerId = writerId;
    this.scratch = Files.createTempDirectory(scratch, "chipwire-index-");
  }

  /** Adds an article to the batch under construction. */
  public void put(Extraction extraction) throws IOException {
    String id = extraction.article().id();
    long ordinal = extraction.article().ordinal();
    Long present = ordinals.get(id);
    if (present != null && present > ordinal) {
      return;
    }
    if (present == null) {
      writer().addDocuments(ArticleBlock.of(extraction));
    } else {
      writer().updateDocuments(ArticleBlock.idTerm(id), ArticleBlock.of(extraction));
    }
    ordinals.put(id, ordinal);
  }

  /**
   * Closes the batch under construction and copies it into the staging folder, whole or not at all.
   *
   * @return its name, or empty if it holds nothing
   */
  public Optional<StagedBatch> stage() throws IOException {
    if (writer == null) {
      return Optional.empty();
    }
    closeWriter();
    StagedBatch batch = new StagedBatch(writerId, ++sequence, ordinals.size());
    Path target = folder.staged(batch);
    Path part = target.resolveSibling("." + batch.sequence() + ".part");
    Files.createDirectories(part);
    try (Stream<Path> files = Files.list(local())) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.equals(IndexWriter.WRITE_LOCK_NAME)) {
          continue;
        }
        Path copy = Files.copy(file, part.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(copy, false);
      }
    }
    IOUtils.fsync(part, true);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    IOUtils.fsync(target.getParent(), true);
    IndexFolder.deleteTree(local());
    ordinals.clear();
    return Optional.of(batch);
  }

  /** Drops the batch under construction; what was staged stays. */
  @Override
  public void close() throws IOException {
    try {
      if (writer != null) {
        writer.rollback();
        writer = null;
      }
    } finally {
      IndexFolder.deleteTree(scratch);
    }
  }

  private Path local() {
    return scratch.resolve("batch");
  }

  private IndexWriter writer() throws IOException {
    if (writer == null) {
      Directory directory = FSDirectory.open(local());
      writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(IndexSchema.analyzer()).setRAMBufferSizeMB(BUFFER_MEGABYTES));
    }
    return writer;
  }

  private void closeWriter() throws IOException {
    if (writer != null) {
      Directory directory = writer.getDirectory();
      writer.close();
      directory.close();
      writer = null;
    }
  }
}
