package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A live job on the {@link InventedWeb}, undisturbed and killed again and again. How often is said
 * by the system property {@code chipwire.kills}.
 */
@Timeout(600)
class InventedWebIT {

  private static final Duration PACE = Duration.ofMillis(50);
  private static final int KILLS = Integer.getInteger("chipwire.kills", 3);

  @TempDir Path folder;

  private InventedWeb web;
  private Path index = Path.of("");

  @BeforeEach
  void publish() throws IOException {
    web = new InventedWeb();
    index = folder.resolve("index");
  }

  @AfterEach
  void close() {
    web.close();
  }

  /** The first words of the articles in the index, by address; one twice fails. */
  private Map<String, String> titles() throws IOException {
    return new IndexFolder(index).exists() ? IndexedArticles.titles(index) : Map.of();
  }

  @Test
  void takesInEveryAllowedArticleOnceAndKeepsThePace() throws Exception {
    Live live =
        new Live(
            LiveProcess.options(index, PACE, 2, LiveProcess.sources(web)),
            LiveProcess.stages(),
            LiveProgress.NONE);
    CompletableFuture<LiveReport> running = LiveRuns.start(live);
    while (!running.isDone() && !web.isDoneInto(index)) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    awaitQuietSources();
    live.stop();
    LiveReport report = running.get();

    assertThat(titles()).isEqualTo(web.expected());
    assertThat(report.counts().articles()).isEqualTo(web.expected().size());
    assertThat(report.counts().revisions()).isZero();
    assertThat(report.counts().copies()).isEqualTo(web.copies());
    assertThat(IndexedArticles.refused(index)).isEqualTo(web.refused());
    assertThat(report.counts().rejectedInAll()).isEqualTo(web.refusedInAll());
    assertThat(web.trespasses()).isEmpty();
    for (int host = 0; host < 5; host++) {
      assertPace(web.pagesAsked(host), host == 0 ? InventedWeb.DELAY : PACE.toMillis());
    }
  }

  /** Until each source was looked at again, and has nothing new to tell. */
  private void awaitQuietSources() throws InterruptedException {
    List<String> versioned =
        List.of("/feed.xml", "/atom.xml", "/sitemap.xml", "/list.txt", "/feed.json");
    while (!versioned.stream()
        .allMatch(
            path ->
                web.asked().stream()
                    .anyMatch(asked -> asked.path().equals(path) && asked.status() == 304))) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** One page at a time, and a pause after each. */
  private static void assertPace(List<InventedWeb.Asked> requests, long millis) {
    assertThat(requests).hasSizeGreaterThanOrEqualTo(30);
    for (int i = 1; i < requests.size(); i++) {
      long pause = requests.get(i).from() - requests.get(i - 1).to();
      assertThat(pause)
          .as("pause between %s and %s", requests.get(i - 1), requests.get(i))
          .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(millis));
    }
  }

  @Test
  void losesNothingAndRepeatsNothingWhenItIsKilled() throws Exception {
    Random random = new Random(6);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = LiveProcess.start(index, PACE, 1 + kill % 3, LiveProcess.sources(web));
      try {
        // From its start into the middle of its work.
        assertThat(process.waitFor(1_500 + random.nextInt(3_500), TimeUnit.MILLISECONDS)).isFalse();
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    Process last = LiveProcess.start(index, PACE, 2, LiveProcess.sources(web));
    try {
      while (last.isAlive() && !web.isDoneInto(index)) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } finally {
      last.destroyForcibly().waitFor();
    }

    assertThat(titles()).isEqualTo(web.expected());
    assertThat(web.trespasses()).isEmpty();
    assertThat(IndexedArticles.refused(index)).isEqualTo(web.refused());
  }
}
