package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.address.AddressRange;
import io.chipwire.archive.WatchedFolder;
import io.chipwire.article.RejectionReason;
import io.chipwire.search.IndexFolder;
import io.chipwire.web.FetchPolicy;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WatchedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live job whose sources are filings, or a folder and no web at all. */
@Timeout(120)
class LiveSourcesIT {

  private static final String FILLER =
      """
      The figures are invented, as is the company, and the piece stands here to be read by a \
      program and by nobody else. It goes on for a while, as releases do, with a sentence about \
      capacity and another about customers who want more of it than there is.\
      """;

  @TempDir Path temporary;

  private Path index() {
    return temporary.resolve("index");
  }

  private LiveOptions options(List<WatchedSource> sources, List<WatchedFolder> folders) {
    return new LiveOptions(
            index(),
            sources,
            FetchPolicy.of("mailto:ops@example.com")
                .withAllowed(List.of(new AddressRange("127.0.0.1"))),
            Duration.ofMillis(20),
            2,
            Duration.ofMillis(200))
        .withFolders(folders);
  }

  /** Runs until the counts are as expected, and stops at a checkpoint. */
  private static LiveReport runUntil(LiveOptions options, Predicate<LiveCounts> enough)
      throws Exception {
    ArticleStages stages =
        new ArticleStages(
            ArticleStages.real().reader(), () -> article -> TestArticles.extraction(article));
    AtomicReference<Live> running = new AtomicReference<>();
    LiveProgress stopping =
        (counts, isRunning, health) -> {
          if (enough.test(counts)) {
            running.get().stop();
          }
        };
    running.set(new Live(options, stages, stopping));
    return running.get().run();
  }

  @Test
  void readsThePressReleaseOfEachFilingOnce() throws Exception {
    try (FilingSite site = new FilingSite()) {
      String release = "<p><b>Inventia Reports Results of Its Second Quarter</b></p><p>%s</p>";
      String first = site.file(1, "INVENTIA CORP", release.formatted(FILLER), 9000001, 9000002);
      site.file(2, "DORVEL INC", null, 9000003);
      String third = site.file(3, "MEXT INC", "<p>" + FILLER + "</p>", 9000004);
      WatchedSource filings =
          new WatchedSource(
              "filings",
              SourceKind.FILINGS,
              site.url("/feed"),
              Duration.ofMillis(150),
              Duration.ofMillis(300),
              null,
              true);

      LiveReport report =
          runUntil(
              options(List.of(filings), List.of()),
              counts -> counts.articles() == 2 && site.asked().size() >= 5);

      assertThat(report.counts()).isEqualTo(new LiveCounts(2, 0, 2, 0, 0, 1, 2, 0, Map.of()));
      assertThat(site.asked()).hasSize(5).doesNotHaveDuplicates();
      assertThat(IndexedArticles.texts(index()).keySet())
          .containsExactlyInAnyOrder(site.url(first), site.url(third));
    }
  }

  private static String line(int number, String edition) {
    return "{\"url\": \"https://news.example/a/%d\", \"title\": \"Story %1$d\", \"text\": \"In the %s edition. %s\"}\n"
        .formatted(number, edition, FILLER);
  }

  /** As one should: under another name until it is whole. */
  private static void publish(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void readsEachFileOfAFolderOnceAndAgainWhenItChangedAlsoAcrossARestart() throws Exception {
    Path folder = temporary.resolve("in");
    LiveOptions options =
        options(
            List.of(), List.of(new WatchedFolder("in", folder.toString(), Duration.ofMillis(100))));
    publish(folder.resolve("1.jsonl"), line(1, "first") + line(2, "first"));
    publish(folder.resolve("below/2.jsonl"), line(3, "first"));

    LiveReport first = runUntil(options, counts -> counts.articles() == 3);
    assertThat(first.atCheckpoint()).isTrue();
    assertThat(first.counts()).isEqualTo(new LiveCounts(0, 0, 3, 0, 0, 2, 0, 0, Map.of()));

    publish(folder.resolve("1.jsonl"), line(1, "second") + line(2, "first"));
    publish(folder.resolve("3.jsonl"), line(4, "first") + "broken\n");
    LiveReport second =
        runUntil(
            options,
            counts ->
                counts.articles() == 4
                    && counts.revisions() == 1
                    && counts.unchanged() == 1
                    && counts.rejectedInAll() == 1);

    assertThat(second.resumed()).isTrue();
    assertThat(second.counts())
        .isEqualTo(
            new LiveCounts(
                0,
                0,
                4,
                1,
                1,
                second.counts().copies(),
                0,
                0,
                Map.of(RejectionReason.MALFORMED, 1L)));
    assertThat(new IndexFolder(index()).exists()).isTrue();
    Map<String, String> texts = IndexedArticles.texts(index());
    assertThat(texts).hasSize(4);
    assertThat(texts.get("https://news.example/a/1")).startsWith("In the second edition.");
    assertThat(texts.get("https://news.example/a/2")).startsWith("In the first edition.");
  }
}
