package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backfill whose job runs in the processes of a session cluster. */
class ClusterBackfillIT {

  private static final int LINES = 1_000;

  /** Articles n and n + ARTICLES are revisions of one. */
  private static final int ARTICLES = 950;

  private static FlinkProcesses flink;

  @TempDir Path folder;
  private Path archive = Path.of("");
  private Path index = Path.of("");
  private final Map<String, String> expected = new TreeMap<>();

  @BeforeAll
  static void startCluster(@TempDir Path logs) throws Exception {
    flink = FlinkProcesses.start(logs, 1);
  }

  @AfterAll
  static void endCluster() throws InterruptedException {
    if (flink != null) {
      flink.close();
    }
  }

  @BeforeEach
  void writeArchive() throws IOException {
    index = folder.resolve("index");
    archive = folder.resolve("news.jsonl");
    StringBuilder lines = new StringBuilder("broken\n");
    for (int line = 0; line < LINES; line++) {
      String id = "n" + line % ARTICLES;
      String text = "Record " + line + " cost $8 billion. " + "Nothing more was said. ".repeat(200);
      lines.append("{\"id\":\"%s\",\"text\":\"%s\"}\n".formatted(id, text.strip()));
      expected.put(id, text.strip());
    }
    Files.writeString(archive, lines);
  }

  private Backfill backfill(ArticleStages stages, BackfillProgress.Listener listener) {
    return new Backfill(
        BackfillProcess.options(index, archive, 2).withCluster(flink.cluster()), stages, listener);
  }

  private void assertComplete(BackfillReport report) throws IOException, InterruptedException {
    assertThat(report.finished()).isTrue();
    assertThat(report.counts())
        .isEqualTo(
            new BackfillCounts(
                LINES + 1,
                Files.size(archive),
                ARTICLES,
                LINES - ARTICLES,
                Map.of(RejectionReason.MALFORMED, 1L)));
    assertThat(IndexedArticles.texts(index)).isEqualTo(expected);
    assertThat(report.deadLetters()).isNotNull();
    assertThat(Files.readAllLines(report.deadLetters())).hasSize(1);
    try (var left = Files.list(index.resolve("checkpoints"))) {
      assertThat(left).containsExactly(index.resolve("checkpoints/lock"));
    }
    flink.cluster().awaitSlots(2); // the job is gone
  }

  @Test
  void indexesReportsAndCountsAsInOneProcess() throws Exception {
    List<BackfillProgress> progress = new ArrayList<>();

    BackfillReport report = backfill(BackfillProcess.slowStages(10), progress::add).run();

    assertComplete(report);
    assertThat(report.resumed()).isFalse();
    assertThat(progress).isNotEmpty();
    assertThat(progress.getLast().counts().read()).isPositive();
  }

  @Test
  void stopsOnDemandAndGoesOnFromThere() throws Exception {
    Backfill[] self = new Backfill[1];
    self[0] =
        backfill(
            BackfillProcess.slowStages(10),
            progress -> {
              if (progress.counts().read() > 100) {
                self[0].stop();
              }
            });

    BackfillReport stopped = self[0].run();

    assertThat(stopped.finished()).isFalse();
    assertThat(stopped.counts().read()).isBetween(100L, LINES - 1L);
    BackfillReport report =
        backfill(BackfillProcess.slowStages(), BackfillProgress.Listener.NONE).run();
    assertThat(report.resumed()).isTrue();
    assertThat(report.readInThisRun()).isEqualTo(LINES + 1 - stopped.counts().read());
    assertComplete(report);
  }

  @Test
  void takesOverFromOneThatWasKilledWhileItsJobGoesOn() throws Exception {
    BackfillProcess.killAfter(100, index, archive, 1, flink.cluster());
    assertThat(flink.cluster().freeSlots()).isEqualTo(1);

    BackfillReport report =
        backfill(BackfillProcess.slowStages(), BackfillProgress.Listener.NONE).run();

    assertThat(report.resumed()).isTrue();
    assertComplete(report);
  }

  @Test
  void saysWhatFailedUnderneath() {
    ArticleStages broken =
        new ArticleStages(
            BackfillProcess.slowStages().reader(),
            () -> {
              throw new IllegalStateException("no models here");
            });

    assertThatThrownBy(() -> backfill(broken, BackfillProgress.Listener.NONE).run())
        .isInstanceOf(BackfillFailedException.class)
        .hasMessageContaining("no models here");
  }

  @Test
  void saysThatTheClusterHasNotEnoughSlots() {
    BackfillOptions options =
        BackfillProcess.options(index, archive, 3).withCluster(flink.cluster());

    assertThatThrownBy(
            () ->
                new Backfill(options, BackfillProcess.slowStages(), BackfillProgress.Listener.NONE)
                    .run())
        .isInstanceOf(IOException.class)
        .hasMessage(flink.cluster() + ": 2 task slots are free; expected 3 for a parallelism of 3");
  }

  @Test
  void saysThatNoClusterIsThere() {
    FlinkCluster nowhere = new FlinkCluster("127.0.0.1", 1);
    BackfillOptions options = BackfillProcess.options(index, archive, 1).withCluster(nowhere);

    assertThatThrownBy(
            () ->
                new Backfill(options, BackfillProcess.slowStages(), BackfillProgress.Listener.NONE)
                    .run())
        .isInstanceOf(IOException.class)
        .hasMessage(
            "cluster 127.0.0.1:1: no answer; expected the REST interface of a Flink JobManager"
                + " there");
  }
}
