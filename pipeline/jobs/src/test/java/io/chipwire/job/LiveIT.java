package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.address.AddressRange;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.article.PageFlag;
import io.chipwire.article.RejectionReason;
import io.chipwire.query.Query;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.Export;
import io.chipwire.search.IndexFolder;
import io.chipwire.search.UnusableIndexException;
import io.chipwire.store.AlertStore;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.StoreLocation;
import io.chipwire.web.FetchPolicy;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WatchedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LiveIT {

  private static final String FILLER =
      """
      The figures are invented, as is the company, and the piece stands here to be read by a \
      program and by nobody else. It goes on for a while, as articles do, with a sentence about \
      capacity, another about customers who want more of it than there is, and one about the year \
      that comes after.

      A second paragraph repeats the matter in other words, quotes an analyst who was never asked, \
      and ends with the remark that supply will stay short until new plants are ready.\
      """;

  @TempDir Path folder;

  private NewsSite site;
  private Path index = Path.of("");

  @BeforeEach
  void publish() throws IOException {
    index = folder.resolve("index");
    site = new NewsSite();
    for (int i = 1; i <= 3; i++) {
      site.publish("/a/" + i, "Invented story " + i, text(i, "first"), "2026-05-01T09:00:00Z");
    }
    site.publish("/private/4", "Not for robots", text(4, "first"), "2026-05-01T09:00:00Z");
  }

  @AfterEach
  void close() {
    site.close();
  }

  static String text(int number, String edition) {
    return "Inventia sold %d billion dollars of chips, %s edition. %s"
        .formatted(number, edition, FILLER);
  }

  private LiveOptions options(Path into) {
    WatchedSource feed =
        new WatchedSource(
            "invented",
            SourceKind.FEED,
            site.url("/feed"),
            Duration.ofMillis(150),
            Duration.ofMillis(300),
            null,
            true);
    FetchPolicy policy =
        FetchPolicy.of("mailto:ops@example.com")
            .withAllowed(List.of(new AddressRange("127.0.0.1")));
    return new LiveOptions(
        into, List.of(feed), policy, Duration.ofMillis(20), 2, Duration.ofMillis(200));
  }

  /** Runs until the index holds what is expected, and stops. */
  private LiveReport runUntil(Predicate<Map<String, String>> texts) throws Exception {
    return runUntil(texts, live -> live);
  }

  private LiveReport runUntil(Predicate<Map<String, String>> texts, UnaryOperator<Live> alerting)
      throws Exception {
    ArticleStages stages =
        new ArticleStages(
            ArticleStages.real().reader(), () -> article -> TestArticles.extraction(article));
    Live live = alerting.apply(new Live(options(index), stages, LiveProgress.NONE));
    CompletableFuture<LiveReport> report = LiveRuns.start(live);
    while (!report.isDone()
        && !(new IndexFolder(index).exists() && texts.test(IndexedArticles.texts(index)))) {
      Thread.sleep(100);
    }
    live.stop();
    return report.get();
  }

  @Test
  void tellsSubscribersOfEveryArticleOnceAlsoAcrossARestart() throws Exception {
    String file = folder.resolve("alerts.db").toString();
    AlertStore store =
        AlertStore.open(
            StoreLocation.of(file), Clock.systemUTC(), () -> UUID.randomUUID().toString());
    Subscription subscription =
        store
            .subscriptions()
            .add(
                new NewSubscription(
                    "sales",
                    "inventia",
                    "ann",
                    List.of(),
                    new Rules(Delivery.INSTANT, null, 0, 1, true)));
    runUntil(texts -> texts.size() == 3, live -> live.alerting(file));
    assertThat(store.outbox().latest(subscription.id(), 10)).hasSize(3);

    site.publish("/a/2", "Invented story 2", text(2, "corrected"), "2026-05-01T10:00:00Z");
    site.publish("/a/5", "Invented story 5", text(5, "first"), "2026-05-01T10:00:00Z");
    LiveReport second = runUntil(texts -> texts.size() == 4, live -> live.alerting(file));

    assertThat(second.resumed()).isTrue();
    assertThat(store.outbox().latest(subscription.id(), 10))
        .extracting(filed -> filed.alert().url())
        .containsExactlyInAnyOrder(
            site.url("/a/1"), site.url("/a/2"), site.url("/a/3"), site.url("/a/5"));
    site.publish("/a/6", "Invented story 6", text(6, "first"), "2026-05-01T11:00:00Z");
    LiveReport third = runUntil(texts -> texts.size() == 5);
    assertThat(third.resumed()).isTrue();
    assertThat(store.outbox().latest(subscription.id(), 10)).hasSize(4);
  }

  @Test
  void indexesEveryArticleOnceAndItsRevisionAlsoAcrossARestart() throws Exception {
    LiveReport first = runUntil(texts -> texts.size() == 3);

    assertThat(first.resumed()).isFalse();
    assertThat(first.atCheckpoint()).isTrue();
    assertThat(first.counts())
        .isEqualTo(new LiveCounts(4, 0, 3, 0, 0, 2, 0, 0, Map.of(RejectionReason.DISALLOWED, 1L)));
    assertThat(Files.readAllLines(Objects.requireNonNull(first.deadLetters())))
        .singleElement()
        .asString()
        .contains("\"stage\":\"FETCH\"", "DISALLOWED", site.url("/private/4"));

    site.publish("/a/2", "Invented story 2", text(2, "corrected"), "2026-05-01T10:00:00Z");
    site.publish("/a/5", "Invented story 5", text(5, "first"), "2026-05-01T10:00:00Z");
    LiveReport second =
        runUntil(
            texts ->
                texts.size() == 4 && texts.get(site.url("/a/2")).contains("corrected edition"));

    assertThat(second.resumed()).isTrue();
    long copies = second.counts().copies();
    assertThat(copies).isBetween(3L, 4L); // whether the corrected one is the original or a copy
    assertThat(second.counts())
        .isEqualTo(
            new LiveCounts(6, 0, 4, 1, 0, copies, 0, 0, Map.of(RejectionReason.DISALLOWED, 1L)));
    assertThat(IndexedArticles.texts(index).keySet())
        .containsExactly(site.url("/a/1"), site.url("/a/2"), site.url("/a/3"), site.url("/a/5"));
    assertThat(site.timesAsked("/a/1")).isEqualTo(1);
    assertThat(site.timesAsked("/a/2")).isEqualTo(2);
    assertThat(site.timesAsked("/a/3")).isEqualTo(1);
    assertThat(site.timesAsked("/a/5")).isEqualTo(1);
    assertThat(site.timesAsked("/private/4")).isZero();
    assertThat(site.timesAnswered("/feed", 200)).isEqualTo(2);
    assertThat(Files.readAllLines(Objects.requireNonNull(second.deadLetters()))).hasSize(1);
  }

  @Test
  void asksForNothingAgainWhereNothingChangedSinceItWasStopped() throws Exception {
    runUntil(texts -> texts.size() == 3);
    long before = site.timesAnswered("/feed", 304);

    LiveReport second = runUntil(texts -> site.timesAnswered("/feed", 304) > before + 1);

    assertThat(second.counts().articles()).isEqualTo(3);
    assertThat(site.timesAnswered("/feed", 200)).isEqualTo(1);
    assertThat(site.timesAsked("/a/1")).isEqualTo(1);
  }

  @Test
  void fetchesOnceMoreWhatWasRefusedAndIsReplayed() throws Exception {
    site.withhold("/a/2", true);
    runUntil(texts -> texts.size() == 2 && site.timesAsked("/a/2") == 1);
    site.withhold("/a/2", false);
    List<String> addresses = new ArrayList<>();
    DeadLetters.of(index)
        .forEach(
            rejection -> {
              addresses.add(Replay.address(rejection));
              return true;
            },
            message -> {});
    assertThat(addresses).contains(site.url("/a/2"));

    assertThat(Replay.of(index).add(List.of(site.url("/a/2")), Instant.now())).isEqualTo(1);
    LiveReport second = runUntil(texts -> texts.size() == 3);

    assertThat(second.counts().articles()).isEqualTo(3);
    assertThat(IndexedArticles.extractions(index).get(site.url("/a/2")).article().flags())
        .containsExactly(PageFlag.REPLAYED);
    assertThat(site.timesAsked("/a/2")).isEqualTo(2);
    assertThat(site.timesAsked("/a/1")).isEqualTo(1);
    long before = site.timesAnswered("/feed", 304);
    LiveReport third = runUntil(texts -> site.timesAnswered("/feed", 304) > before + 2);
    assertThat(third.counts().links()).isEqualTo(second.counts().links());
  }

  @Test
  void linksCopiesAndTellsWhatIsNew() throws Exception {
    runUntil(texts -> texts.size() == 3);

    List<String> copied = new ArrayList<>();
    try (ArticleIndex open = ArticleIndex.open(new IndexFolder(index), Clock.systemUTC());
        Export all = open.export(new Query.All())) {
      all.forEachRemaining(found -> copied.add(found.extraction().article().copyOf()));
    }
    assertThat(copied).hasSize(3).containsOnlyOnce((String) null);
    assertThat(new HashSet<>(copied)).hasSize(2);
  }

  @Test
  void saysAtOnceWhatIsMissing() {
    ArticleStages broken =
        new ArticleStages(
            ArticleStages.real().reader(),
            () -> {
              throw new IllegalStateException("no models here");
            });

    assertThatThrownBy(() -> new Live(options(index), broken, LiveProgress.NONE).run())
        .isInstanceOf(LiveFailedException.class)
        .hasMessage("the job could not be started: no models here");
  }

  @Test
  void leavesAFolderAloneThatIsNoIndex() throws Exception {
    Files.createDirectories(index);
    Files.writeString(index.resolve("letter.txt"), "Dear");

    assertThatThrownBy(
            () -> new Live(options(index), ArticleStages.real(), LiveProgress.NONE).run())
        .isInstanceOf(UnusableIndexException.class);
    assertThat(site.asked()).isEmpty();
  }
}
