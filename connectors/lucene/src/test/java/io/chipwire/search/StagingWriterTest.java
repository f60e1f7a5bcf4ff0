package io.chipwire.search;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingWriterTest {

  @TempDir Path root;
  @TempDir Path scratch;
  private IndexFolder folder;

  @BeforeEach
  void setUp() {
    folder = new IndexFolder(root);
  }

  @Test
  void ofTwoRevisionsInABatchTheHigherOrdinalStays() throws Exception {
    try (StagingWriter writer = new StagingWriter(folder, "w", scratch)) {
      writer.put(article("a").ordinal(5).says("Fifth.").build());
      writer.put(article("a").ordinal(3).says("Third.").build());
      writer.put(article("b").ordinal(1).says("First.").build());
      writer.put(article("b").ordinal(1).says("First again.").build());

      StagedBatch batch = writer.stage().orElseThrow();

      assertThat(batch).isEqualTo(new StagedBatch("w", 1, 2));
      install(batch);
    }
    assertThat(LuceneCheck.texts(folder))
        .containsEntry("a", "Fifth.")
        .containsEntry("b", "First again.");
  }

  @Test
  void nothingWrittenIsNothingStaged() throws IOException {
    try (StagingWriter writer = new StagingWriter(folder, "w", scratch)) {
      assertThat(writer.stage()).isEmpty();
    }
    assertThat(folder.staging()).doesNotExist();
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void sequencesCountBatchesAndScratchIsCleared() throws Exception {
    try (StagingWriter writer = new StagingWriter(folder, "w", scratch)) {
      for (int i = 1; i <= 3; i++) {
        writer.put(article("a").says("Revision " + i + ".").build());
        StagedBatch batch = writer.stage().orElseThrow();
        assertThat(batch).isEqualTo(new StagedBatch("w", i, 1));
        install(batch);
      }
    }
    assertThat(LuceneCheck.texts(folder)).containsEntry("a", "Revision 3.");
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void namesThatLeaveTheStagingFolderAreRefused() {
    assertThatThrownBy(() -> new StagedBatch("../live", 1, 1))
        .hasMessage("writer id \"../live\": expected 1 to 100 letters, digits, - or _");
    assertThatThrownBy(() -> new StagedBatch("w", 0, 1))
        .hasMessage("sequence 0: expected 1 or more");
  }

  private void install(StagedBatch batch) throws Exception {
    new LiveIndex(
            folder,
            Clock.systemUTC(),
            Duration.ofSeconds(1),
            InstallStep.Observer.NONE,
            Arrivals.UNTOLD)
        .install(List.of(batch));
  }
}
