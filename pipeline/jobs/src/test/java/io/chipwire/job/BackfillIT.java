package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.article.RejectionReason;
import io.chipwire.search.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillIT {

  private static final int FILES = 4;
  private static final int LINES = 500;

  /** Articles n and n + ARTICLES are revisions of one. */
  private static final int ARTICLES = 1_900;

  /** Of the length of a real article, so that a real number of them is under way at a time. */
  private static final String FILLER = "Nothing more was said about it. ".repeat(150).strip();

  @TempDir Path folder;

  private Path archive = Path.of("");
  private Path index = Path.of("");
  private final Map<String, String> expected = new TreeMap<>();

  @BeforeEach
  void writeArchive() throws IOException {
    archive = folder.resolve("archive");
    index = folder.resolve("index");
    Files.createDirectories(archive);
    for (int file = 0; file < FILES; file++) {
      StringBuilder lines = new StringBuilder();
      for (int line = 0; line < LINES; line++) {
        int number = file * LINES + line;
        String id = "n" + number % ARTICLES;
        String text = "Record " + number + " cost $8 billion. " + FILLER;
        lines.append("{\"id\":\"%s\",\"text\":\"%s\"}\n".formatted(id, text));
        expected.put(id, text);
      }
      Files.writeString(archive.resolve(file + ".jsonl"), lines);
    }
    Files.writeString(
        archive.resolve("9.jsonl"), "broken\n{\"text\":\"It trips\"}\n{\"text\":\"\"}\n");
    Files.write(archive.resolve("8.html"), new byte[] {0, 1, 2});
  }

  private static final BackfillCounts COUNTS =
      new BackfillCounts(
          FILES * LINES + 4,
          0,
          ARTICLES,
          FILES * LINES - ARTICLES,
          Map.of(
              RejectionReason.MALFORMED,
              1L,
              RejectionReason.INTERNAL,
              1L,
              RejectionReason.EMPTY,
              1L,
              RejectionReason.BINARY,
              1L));

  private BackfillReport backfill(int parallelism) throws Exception {
    return new Backfill(
            BackfillProcess.options(index, archive, parallelism),
            BackfillProcess.slowStages(),
            BackfillProgress.Listener.NONE)
        .run();
  }

  private void assertComplete(BackfillReport report) throws IOException {
    assertThat(report.finished()).isTrue();
    assertThat(report.counts())
        .usingRecursiveComparison()
        .ignoringFields("bytes")
        .isEqualTo(COUNTS);
    long bytes = 0;
    try (var files = Files.list(archive)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(report.counts().bytes()).isEqualTo(bytes);
    assertThat(IndexedArticles.texts(index)).isEqualTo(expected);
    assertThat(Files.readAllLines(Objects.requireNonNull(report.deadLetters())))
        .hasSize(4)
        .doesNotHaveDuplicates();
    try (var left = Files.list(index.resolve("checkpoints"))) {
      assertThat(left).containsExactly(index.resolve("checkpoints/lock"));
    }
  }

  @Test
  void indexesTheLatestRevisionOfEveryArticleAndAccountsForTheRest() throws Exception {
    List<BackfillProgress> progress = new ArrayList<>();

    BackfillReport report =
        new Backfill(
                BackfillProcess.options(index, archive, 1),
                BackfillProcess.slowStages(),
                progress::add)
            .run();

    assertComplete(report);
    assertThat(report.resumed()).isFalse();
    assertThat(report.readInThisRun()).isEqualTo(COUNTS.read());
    assertThat(progress).isNotEmpty();
    assertThat(progress.getLast().fraction()).isBetween(0.2, 1.0);
    assertThat(progress.getLast().articlesPerSecond()).isPositive();
  }

  @Test
  void goesOnAfterBeingKilledAtWhateverParallelism() throws Exception {
    BackfillProcess.killAfter(400, index, archive, 1);
    BackfillProcess.killAfter(900, index, archive, 3);
    BackfillProcess.killAfter(1_300, index, archive, 2);

    BackfillReport report = backfill(1);

    assertThat(report.resumed()).isTrue();
    assertThat(report.readInThisRun()).isLessThan(COUNTS.read());
    assertComplete(report);
  }

  @Test
  void stopsOnDemandAndGoesOnFromThere() throws Exception {
    Backfill[] self = new Backfill[1];
    self[0] =
        new Backfill(
            BackfillProcess.options(index, archive, 2),
            BackfillProcess.slowStages(),
            progress -> {
              if (progress.counts().read() > 300) {
                self[0].stop();
              }
            });

    BackfillReport stopped = self[0].run();

    assertThat(stopped.finished()).isFalse();
    assertThat(stopped.counts().read()).isBetween(300L, COUNTS.read() - 1);
    BackfillReport report = backfill(1);
    assertThat(report.resumed()).isTrue();
    assertThat(report.readInThisRun()).isEqualTo(COUNTS.read() - stopped.counts().read());
    assertComplete(report);
  }

  @Test
  void startsAfreshWithOtherInputsAndReplacesWhatIsThere() throws Exception {
    backfill(2);
    Files.writeString(
        archive.resolve("7.jsonl"), "{\"id\":\"n0\",\"text\":\"A revision of the first.\"}\n");
    expected.put("n0", "A revision of the first.");

    BackfillReport report = backfill(2);

    assertThat(report.resumed()).isFalse();
    assertThat(report.counts().indexed()).isEqualTo(ARTICLES);
    assertThat(IndexedArticles.texts(index)).isEqualTo(expected);
  }

  @Test
  void leavesAFolderAloneThatIsNoIndex() throws Exception {
    Files.createDirectories(index);
    Path letter = Files.writeString(index.resolve("letter.txt"), "Dear");

    assertThatThrownBy(() -> backfill(1))
        .isInstanceOf(UnusableIndexException.class)
        .hasMessageContaining(index.toString());
    assertThat(index).isDirectoryContaining(letter::equals);
    try (var children = Files.list(index)) {
      assertThat(children).hasSize(1);
    }
  }

  @Test
  void saysWhatFailedUnderneath() {
    ArticleStages broken =
        new ArticleStages(
            BackfillProcess.slowStages().reader(),
            () -> {
              throw new IllegalStateException("no models here");
            });

    assertThatThrownBy(
            () ->
                new Backfill(
                        BackfillProcess.options(index, archive, 1),
                        broken,
                        BackfillProgress.Listener.NONE)
                    .run())
        .isInstanceOf(BackfillFailedException.class)
        .hasMessage("backfill failed: no models here");
  }
}
