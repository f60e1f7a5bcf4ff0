package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.extraction.Extraction;
import io.chipwire.search.IndexFolder;
import io.chipwire.web.FetchPolicy;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WatchedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A live job that is stopped and started again as another one: at another parallelism, with its
 * state in another store, or by a version of chipwire that did not write its savepoint. The kept
 * one is made by {@link #main}.
 */
@Timeout(120)
class UpgradeIT {

  private static final int STORIES = 5;
  private static final Path KEPT = Path.of("src/test/resources/io/chipwire/job/savepoint-1");

  @TempDir Path folder;
  private Path index = Path.of("");

  @BeforeEach
  void publish() {
    index = folder.resolve("index");
    publishStories();
  }

  private static void publishStories() {
    PaperWeb.clear();
    for (int number = 1; number <= STORIES; number++) {
      PaperWeb.publish(number, text(number));
    }
  }

  /** The last two stories are the same. */
  private static String text(int number) {
    return "Inventia spends $%d billion on plants in 2026. "
            .formatted(Math.min(number, STORIES - 1))
        + ("Word%d and what else belongs to the story of number %<d in this invented piece. "
                .formatted(Math.min(number, STORIES - 1)))
            .repeat(8);
  }

  private static Live live(Path index, int parallelism, StateStore state) {
    WatchedSource list =
        new WatchedSource(
            "list",
            SourceKind.LIST,
            PaperWeb.LIST,
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            null,
            true);
    LiveOptions options =
        new LiveOptions(
                index,
                List.of(list),
                FetchPolicy.of("mailto:ops@example.com"),
                Duration.ofMillis(5),
                parallelism,
                Duration.ofMillis(200))
            .withState(state);
    ArticleStages stages =
        new ArticleStages(
            ArticleStages.real().reader(), () -> article -> TestArticles.capex(article, "2026", 5));
    return new Live(
        options, stages, new Outside(new PaperWeb(), Clock.systemUTC()), LiveProgress.NONE);
  }

  /** Runs until the index has so many articles, and stops with a savepoint. */
  private static LiveReport runUntil(int articles, Path index, Live live) throws Exception {
    CompletableFuture<LiveReport> report = LiveRuns.start(live);
    while (!report.isDone() && texts(index).size() < articles) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    live.stop();
    return report.get();
  }

  private static Map<String, String> texts(Path index) throws IOException {
    return new IndexFolder(index).exists() ? IndexedArticles.texts(index) : Map.of();
  }

  @ParameterizedTest
  @EnumSource
  void goesOnAtAnotherParallelismAndWithItsStateElsewhere(StateStore state) throws Exception {
    StateStore other = state == StateStore.HEAP ? StateStore.ROCKSDB : StateStore.HEAP;
    LiveReport first = runUntil(STORIES, index, live(index, 2, state));
    assertThat(first.atCheckpoint()).isTrue();
    PaperWeb.publish(STORIES + 1, text(1)); // a copy of what the savepoint knows

    LiveReport second = runUntil(STORIES + 1, index, live(index, 3, other));

    assertThat(second.resumed()).isTrue();
    assertThat(second.atCheckpoint()).isTrue();
    assertThat(second.counts()).isEqualTo(new LiveCounts(6, 0, 6, 0, 0, 2, 0, 0, Map.of()));
    Map<String, String> expected = new TreeMap<>();
    for (int number = 1; number <= STORIES; number++) {
      expected.put(PaperWeb.url(number), text(number).strip());
    }
    expected.put(PaperWeb.url(STORIES + 1), text(1).strip());
    assertThat(texts(index)).isEqualTo(expected);
    assertThat(PaperWeb.asked()).hasSize(STORIES + 1).doesNotHaveDuplicates();
    Map<String, Extraction> found = IndexedArticles.extractions(index);
    assertThat(found.get(PaperWeb.url(STORIES + 1)))
        .satisfies(
            copy -> {
              assertThat(copy.article().copyOf()).isEqualTo(PaperWeb.url(1));
              assertThat(copy.signals())
                  .extracting(signal -> signal.novelty().label())
                  .containsExactly("repeated");
            });
  }

  @Test
  void goesOnFromASavepointOfAnEarlierVersion() throws Exception {
    Path run = Files.createDirectories(index.resolve("run"));
    copy(KEPT, run);
    PaperWeb.publish(STORIES + 1, text(1));

    LiveReport report = runUntil(1, index, live(index, 1, null));

    assertThat(report.resumed()).isTrue();
    assertThat(report.counts().links()).isEqualTo(STORIES + 1);
    assertThat(report.counts().articles()).isEqualTo(STORIES + 1);
    assertThat(PaperWeb.asked()).containsExactly(PaperWeb.url(STORIES + 1));
    assertThat(texts(index).keySet()).containsExactly(PaperWeb.url(STORIES + 1));
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var all = Files.walk(from)) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  /** Keeps the savepoint of this version, in the module's folder, for the next one to restore. */
  public static void main(String[] args) throws Exception {
    publishStories();
    Path index = Files.createTempDirectory("kept").resolve("index");
    runUntil(STORIES, index, live(index, 2, null));
    Path run = index.resolve("run");
    try (var jobs = Files.list(run)) {
      for (Path old : jobs.toList()) {
        if (old.endsWith("stopped") || old.endsWith("inputs.sha256")) {
          copy(old, KEPT.resolve(run.relativize(old).toString()));
        }
      }
    }
  }
}
