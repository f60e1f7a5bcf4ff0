package io.chipwire.search;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {

  @TempDir Path root;

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path nowhere = root.resolve("nowhere");

    assertUnusable(
        nowhere, "found nothing (no such folder), expected a chipwire index (schema version 2)");
  }

  @Test
  void aFileIsNoIndex() throws IOException {
    Path file = Files.writeString(root.resolve("notes.txt"), "hello");

    assertUnusable(file, "found a file, expected a chipwire index (schema version 2)");
  }

  @Test
  void anyOtherFolderIsNoIndex() throws IOException {
    Files.writeString(root.resolve("notes.txt"), "hello");

    assertUnusable(
        root, "found no folder \"live\" in it, expected a chipwire index (schema version 2)");
  }

  @Test
  void anEmptyLiveFolderIsNoIndex() throws IOException {
    Files.createDirectory(root.resolve("live"));

    assertUnusable(
        root,
        "found no Lucene index in its folder \"live\", expected a chipwire index (schema version 2)");
  }

  @Test
  void somebodyElsesLuceneIndexIsRefusedForReadingAndWriting() throws IOException {
    luceneIndex(null);

    assertUnusable(
        root,
        "found a Lucene index that is not chipwire's, expected schema version 2 (build the index anew"
            + " with chipwire backfill)");
    assertThatThrownBy(() -> ArticleIndexWriter.open(new IndexFolder(root), Clock.systemUTC()))
        .isInstanceOf(UnusableIndexException.class);
  }

  @Test
  void anotherSchemaVersionIsRefused() throws IOException {
    luceneIndex("99");

    assertUnusable(
        root,
        "found schema version 99, expected schema version 2 (build the index anew with chipwire backfill)");
  }

  @Test
  void anIndexOfOursIsTaken() throws IOException {
    IndexFolder folder = new IndexFolder(root);
    assertThat(folder.exists()).isFalse();
    ArticleIndexWriter.open(folder, Clock.systemUTC()).close();

    folder.requireUsable();

    assertThat(folder.exists()).isTrue();
  }

  @Test
  void onlyOldStagedBatchesAreDeleted() throws IOException {
    IndexFolder folder = new IndexFolder(root);
    Instant now = Instant.parse("2026-05-01T00:00:00Z");
    StagedBatch old = stage(folder, "w1", now.minusSeconds(100));
    StagedBatch recent = stage(folder, "w2", now);

    assertThat(folder.deleteStaged(now.minusSeconds(50))).isEqualTo(1);

    assertThat(folder.staged(old)).doesNotExist();
    assertThat(folder.staged(recent)).isDirectory();
  }

  private static StagedBatch stage(IndexFolder folder, String writerId, Instant modified)
      throws IOException {
    try (StagingWriter writer = new StagingWriter(folder, writerId, scratch(folder))) {
      writer.put(article("a").says("Something.").build());
      StagedBatch batch = writer.stage().orElseThrow();
      Files.setLastModifiedTime(folder.staged(batch), FileTime.from(modified));
      return batch;
    }
  }

  private static Path scratch(IndexFolder folder) throws IOException {
    return Files.createDirectories(folder.root().resolveSibling("scratch"));
  }

  private void luceneIndex(@Nullable String version) throws IOException {
    try (Directory directory = FSDirectory.open(root.resolve("live"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      if (version != null) {
        writer.setLiveCommitData(Map.of(CommitLog.VERSION_KEY, version).entrySet());
      }
      writer.commit();
    }
  }

  private static void assertUnusable(Path path, String message) {
    assertThatThrownBy(() -> new IndexFolder(path).requireUsable())
        .isInstanceOf(UnusableIndexException.class)
        .hasMessage("index folder " + path + ": " + message);
  }
}
