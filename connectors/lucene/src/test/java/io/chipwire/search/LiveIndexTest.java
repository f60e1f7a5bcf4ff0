package io.chipwire.search;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveIndexTest {

  @TempDir Path root;
  @TempDir Path scratch;
  private IndexFolder folder;

  @BeforeEach
  void setUp() {
    folder = new IndexFolder(root);
  }

  @Test
  void aBatchGetsInOnceHoweverOftenItIsInstalled() throws Exception {
    LiveIndex live = live(InstallStep.Observer.NONE);
    StagedBatch batch = stage("w", revenue("a", 1), revenue("b", 2));

    assertThat(live.install(List.of(batch))).isEmpty();
    assertThat(live.install(List.of(batch))).containsExactly(batch);

    assertThat(LuceneCheck.texts(folder)).containsOnlyKeys("a", "b");
    assertThat(LuceneCheck.documents(folder)).isEqualTo(4);
    assertThat(folder.staging()).isEmptyDirectory();
  }

  @Test
  void aLaterBatchReplacesTheArticlesOfAnEarlierOne() throws Exception {
    LiveIndex live = live(InstallStep.Observer.NONE);
    StagedBatch first = stage("w1", revenue("a", 1), revenue("b", 1));
    StagedBatch second = stage("w2", revenue("a", 2));
    StagedBatch third = stage("w3", revenue("a", 3), revenue("c", 3));

    live.install(List.of(first, second));
    live.install(List.of(third));

    assertThat(LuceneCheck.texts(folder))
        .containsOnlyKeys("a", "b", "c")
        .containsEntry("a", "Revenue was $3 billion.");
    assertThat(LuceneCheck.documents(folder)).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource(
      value = InstallStep.class,
      names = {"ADDED", "COMMITTED"})
  void aCrashAtAnyStepLeavesEveryArticleOnce(InstallStep deadly) throws Exception {
    live(InstallStep.Observer.NONE).install(List.of(stage("w0", revenue("a", 1), revenue("z", 1))));
    List<StagedBatch> batches = List.of(stage("w1", revenue("a", 2)), stage("w2", revenue("b", 2)));
    LiveIndex dying =
        live(
            step -> {
              if (step == deadly) {
                throw new IllegalStateException("killed at " + step);
              }
            });

    assertThatThrownBy(() -> dying.install(batches)).hasMessage("killed at " + deadly);
    live(InstallStep.Observer.NONE).install(batches);

    assertThat(LuceneCheck.texts(folder))
        .containsOnlyKeys("a", "b", "z")
        .containsEntry("a", "Revenue was $2 billion.");
    assertThat(LuceneCheck.documents(folder)).isEqualTo(6);
    assertThat(folder.staging()).isEmptyDirectory();
  }

  @Test
  void aLockedIndexLosesNothing() throws Exception {
    StagedBatch batch = stage("w", revenue("a", 1));
    try (ArticleIndexWriter other = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      assertThatThrownBy(() -> live(InstallStep.Observer.NONE).install(List.of(batch)))
          .isInstanceOf(IndexLockedException.class);
      other.commit();
    }

    live(InstallStep.Observer.NONE).install(List.of(batch));

    assertThat(LuceneCheck.texts(folder)).containsOnlyKeys("a");
  }

  @Test
  void aBatchThatIsNowhereStopsTheJob() throws IOException {
    StagedBatch lost = new StagedBatch("w", 7, 1);

    assertThatThrownBy(() -> live(InstallStep.Observer.NONE).install(List.of(lost)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "staged batch w/7: neither in the index nor at " + folder.staged(lost));
  }

  @Test
  void tellsWhenTheArticlesOfACommitWereFetchedOnceACommit() throws Exception {
    List<Arrival> arrived = new ArrayList<>();
    LiveIndex live =
        new LiveIndex(
            folder,
            Clock.systemUTC(),
            Duration.ofMillis(100),
            InstallStep.Observer.NONE,
            (articles, at) -> arrived.addAll(articles));
    String fetched = "2026-04-30T12:00:05Z";
    StagedBatch batch =
        stage(
            "w",
            article("a").says("Fine.").published("2026-04-30T12:00:00Z").fetched(fetched).build(),
            article("b").says("Fine.").published(null).fetched(fetched).build(),
            article("c").says("Of an archive.").build());

    live.install(List.of(batch));
    live.install(List.of(batch));

    assertThat(arrived)
        .containsExactlyInAnyOrder(
            new Arrival(Instant.parse(fetched), Instant.parse("2026-04-30T12:00:00Z")),
            new Arrival(Instant.parse(fetched), null));
  }

  @Test
  void manySmallBatchesAreMerged() throws Exception {
    LiveIndex live = live(InstallStep.Observer.NONE);
    for (int i = 0; i < 40; i++) {
      live.install(List.of(stage("w" + i, revenue("article" + i, 1))));
    }

    assertThat(LuceneCheck.texts(folder)).hasSize(40);
    try (var files = Files.list(folder.live())) {
      assertThat(files.filter(file -> file.toString().endsWith(".si")).count()).isLessThan(30);
    }
  }

  private LiveIndex live(InstallStep.Observer observer) {
    return new LiveIndex(
        folder, Clock.systemUTC(), Duration.ofMillis(100), observer, Arrivals.UNTOLD);
  }

  private StagedBatch stage(String writerId, Extraction... articles) throws IOException {
    try (StagingWriter writer = new StagingWriter(folder, writerId, scratch)) {
      for (Extraction article : articles) {
        writer.put(article);
      }
      return writer.stage().orElseThrow();
    }
  }

  private static Extraction revenue(String id, int billions) {
    return article(id)
        .says("Revenue was $" + billions + " billion.")
        .figure("$" + billions + " billion", "USD", billions + "e9", Metric.REVENUE, "amazon")
        .build();
  }
}
