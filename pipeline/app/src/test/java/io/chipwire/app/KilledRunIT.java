package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Subscription;
import io.chipwire.search.ArticleIndex;
import io.chipwire.store.AlertStore;
import io.chipwire.store.DeliveryFilter;
import io.chipwire.store.DeliveryState;
import io.chipwire.store.LedgerEntry;
import io.chipwire.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Articles come in, and their alerts go to endpoints of all tempers, while the run and the notifier
 * beside it are killed at random. How often each is said by the system property {@code
 * chipwire.kills}, how many articles by {@code chipwire.alerts}; a run draws its own moments.
 */
@Timeout(1_200)
class KilledRunIT {

  private static final int KILLS = Integer.getInteger("chipwire.kills", 2);
  private static final int ARTICLES = Integer.getInteger("chipwire.alerts", 100);

  /** So few that checkpoints are completed between them. */
  private static final int AT_ONCE = 10;

  /** How many messages the busy endpoint turns away, once each. */
  private static final int TURNED_AWAY = 4;

  /** What failed twice is tried after five minutes. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(400);

  @TempDir private Path folder;

  private final Random random = new Random();
  private Path file;
  private AlertStore store;
  private int published;
  private int atWork;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("alerts.db");
    store =
        AlertStore.open(
            StoreLocation.of(file.toString()),
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString());
    Files.createDirectory(folder.resolve("in"));
  }

  @Test
  void losesNothingAndRepeatsNothingButWhatWasUnderWay(TestReporter reporter) throws Exception {
    long begin = System.nanoTime();
    try (Endpoint fast = new Endpoint(Endpoint.Behaviour.status(200));
        Endpoint slow = new Endpoint(Endpoint.Behaviour.slow(100));
        Endpoint busy = new Endpoint(Endpoint.Behaviour.busy(TURNED_AWAY));
        Endpoint failing = new Endpoint(Endpoint.Behaviour.status(500));
        Endpoint gone = new Endpoint(Endpoint.Behaviour.status(410));
        Endpoint facts = new Endpoint(Endpoint.Behaviour.status(200))) {
      Subscription each = subscribe("each", "memory", true, fast, slow, busy, failing, gone);
      Subscription news = subscribe("news", "metric:capex", false, facts);
      try (RunAndNotifier processes = new RunAndNotifier(config(), file, folder.resolve("log"))) {
        killAgainAndAgain(processes, busy);
        publish(ARTICLES - published);
        awaitAll(processes, failing);
      }
      assertThat(folder.resolve("log")).content().doesNotContain("does not answer", "to FAILED");

      FiledAlerts ofEach = FiledAlerts.of(each, store);
      ofEach.requireOneForEach(ARTICLES);
      assertThat(ofEach.told()).hasSize(ARTICLES);
      FiledAlerts ofNews = FiledAlerts.of(news, store);
      ofNews.requireOneForEach(ARTICLES);
      ofNews.requireFactsToldOnce(ARTICLES / 2);
      requireIndexed();

      List<LedgerEntry> ledger = store.ledger().list(DeliveryFilter.ALL, Integer.MAX_VALUE);
      for (Endpoint healthy : List.of(fast, slow, busy, facts)) {
        ToldEndpoint it = ToldEndpoint.of(healthy, ledger);
        it.requireAll((healthy == facts ? ofNews : ofEach).told());
        reporter.publishEntry(
            "attempts of unknown end, messages repeated", it.unheard() + ", " + it.repeated());
      }
      ToldEndpoint.of(failing, ledger).requireEntries(ofEach.told(), DeliveryState.WAITING);
      requireGone(ToldEndpoint.of(gone, ledger), ofEach);
      for (Endpoint endpoint : List.of(fast, slow, busy, failing, gone, facts)) {
        ToldEndpoint.of(endpoint, ledger).requireEveryAttempt();
      }
      reporter.publishEntry(
          "kills of each, of runs at work, seconds",
          KILLS + ", " + atWork + ", " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    }
  }

  private Subscription subscribe(String name, String query, boolean repeats, Endpoint... to) {
    List<String> words =
        new ArrayList<>(
            List.of("watch", "add", name, query, "--owner", "ann", "--store", file.toString()));
    Stream.of(to).forEach(endpoint -> words.addAll(List.of("--webhook", endpoint.url())));
    if (repeats) {
      words.add("--repeats");
    }
    assertThat(Run.of(words.toArray(String[]::new)).code()).isZero();
    return StoreOption.find(store, "ann", name);
  }

  private Path config() throws IOException {
    return Files.writeString(
        folder.resolve("wire.yaml"),
        """
        index: idx
        parallelism: 2
        checkpoint-interval: 300ms
        sources:
          - {folder: in, poll: {min: 100ms}}
        """);
  }

  /** Puts a file with so many articles where the run looks for them. */
  private void publish(int count) throws IOException {
    if (count == 0) {
      return;
    }
    String lines =
        IntStream.range(published, published + count)
            .mapToObj(
                number ->
                    "{\"id\":\"%s\",\"title\":\"Line %d\",\"text\":\"Inventia runs memory line %d.\"}"
                        .formatted(InventedFacts.articleId(number), number, number))
            .collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve("in").resolve(published + ".jsonl"), lines);
    published += count;
  }

  /** Most kills fall into the work on what was published just now, every fourth into a start. */
  private void killAgainAndAgain(RunAndNotifier processes, Endpoint busy) throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      int before = filed();
      int most = ARTICLES * (kill + 1) / (KILLS + 1);
      int enough = before + 1 + random.nextInt(2 * most - before);
      int millis = kill % 4 == 3 ? random.nextInt(3_000) : 30_000;
      long latest = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      // Whom the busy one turned away after a kill, it would have in five minutes.
      while ((busy.requests() < TURNED_AWAY || filed() < enough) && System.nanoTime() < latest) {
        if (2 * published - filed() <= AT_ONCE) {
          publish(Math.min(AT_ONCE, most - published));
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
      boolean runFirst = random.nextBoolean();
      kill(processes, runFirst, before);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
      kill(processes, !runFirst, before);
    }
  }

  private void kill(RunAndNotifier processes, boolean run, int before) throws Exception {
    if (run) {
      int now = filed();
      atWork += before < now && now < 2 * published ? 1 : 0;
      processes.killRun();
    } else {
      processes.killNotifier();
    }
  }

  /** How many alerts are in the store; each article gives two. */
  private int filed() {
    return store.inbox().counts().values().stream()
        .mapToInt(counts -> counts.told() + counts.held())
        .sum();
  }

  private void awaitAll(RunAndNotifier processes, Endpoint failing) throws Exception {
    long latest = System.nanoTime() + PATIENCE_NANOS;
    while (filed() < 2 * ARTICLES || !onlyWaitsFor(failing)) {
      assertThat(processes.areAlive()).isTrue();
      assertThat(System.nanoTime() < latest).as("in time, %d alerts are filed", filed()).isTrue();
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }

  private boolean onlyWaitsFor(Endpoint failing) {
    return store
        .ledger()
        .list(DeliveryFilter.ALL.in(DeliveryState.WAITING), Integer.MAX_VALUE)
        .stream()
        .allMatch(entry -> entry.channel().target().equals(failing.url()));
  }

  private void requireIndexed() throws IOException {
    try (ArticleIndex index = IndexOption.open(folder.resolve("idx"))) {
      assertThat(index.size()).isEqualTo(ARTICLES);
    }
  }

  /** What was put in before it said so was for it, and is dead; what came later was not. */
  private static void requireGone(ToldEndpoint gone, FiledAlerts filed) {
    Instant said = gone.firstAnswer();
    assertThat(gone.entries()).extracting(LedgerEntry::state).containsOnly(DeliveryState.DEAD);
    assertThat(gone.entries())
        .extracting(LedgerEntry::messageId)
        .doesNotHaveDuplicates()
        .containsAll(filed.toldBefore(said))
        .isSubsetOf(filed.told());
    assertThat(gone.entries().getFirst().channel().disabled()).isNotNull();
  }
}
