package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Delivery;
import io.chipwire.alert.Quota;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.Suppression;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Figure;
import io.chipwire.match.Backtest;
import io.chipwire.match.BacktestReport;
import io.chipwire.query.LexiconNames;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.IndexFolder;
import io.chipwire.search.Interval;
import io.chipwire.store.AlertStore;
import io.chipwire.store.FiledAlert;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backtest says what a backfill of the same archive tells. */
@Timeout(120)
class AlertSinceIT {

  private static final Instant SINCE = Instant.parse("2026-02-01T00:00:00Z");
  private static final int LINES = 240;

  /** Some of them twice: the later line is a revision, or takes back what the earlier one said. */
  private static final int ARTICLES = 200;

  private static final Pattern SPENT = Pattern.compile("spends \\$(\\d+) (surely|perhaps)");

  @TempDir private Path folder;

  @Test
  void tellsWhatABacktestSaidWeekByWeekAndOnceOnly() throws Exception {
    Path archive = Files.createDirectory(folder.resolve("archive"));
    Files.writeString(archive.resolve("news.jsonl"), lines());
    Path index = folder.resolve("index");
    String file = folder.resolve("alerts.db").toString();
    AlertStore store =
        AlertStore.open(
            StoreLocation.of(file), Clock.systemUTC(), () -> UUID.randomUUID().toString());
    add(store, "all", "metric:capex", null, 0, true);
    add(store, "news", "metric:capex value:>40", null, 0, false);
    add(store, "sure", "metric:capex value:<60", new Quota(2, Quota.Period.WEEK), 0.8, false);
    add(store, "words", "harbour", new Quota(3, Quota.Period.DAY), 0, false);

    stopInTheMiddle(index, archive, file);
    assertThat(told(store).get("all").weeks()).as("told when all is read").isEmpty();
    backfill(index, archive, file);
    Map<String, Outcome> told = told(store);
    backfill(index, archive, file);

    assertThat(told(store)).isEqualTo(told);
    assertThat(told).isEqualTo(backtested(store, index));
    assertThat(told.get("all").weeks()).hasSizeGreaterThan(5);
    assertThat(told.get("news").suppressed()).containsKeys(Suppression.KNOWN_FACT);
    assertThat(told.get("sure").suppressed())
        .containsKeys(Suppression.BELOW_CONFIDENCE, Suppression.KNOWN_FACT, Suppression.THROTTLED);
    assertThat(told.get("words").suppressed()).containsKeys(Suppression.COPY);
  }

  /** By Monday how many were told, and by reason how many were held back. */
  private record Outcome(Map<LocalDate, Integer> weeks, Map<Suppression, Integer> suppressed) {}

  private static void add(
      AlertStore store,
      String name,
      String query,
      @Nullable Quota quota,
      double confidence,
      boolean repeats)
      throws Exception {
    store
        .subscriptions()
        .add(
            new NewSubscription(
                name,
                query,
                "ann",
                List.of(),
                new Rules(Delivery.INSTANT, quota, confidence, 1, repeats)));
  }

  /** In no order; with revisions, copies, repeated facts and articles without a date. */
  private static String lines() {
    Random random = new Random(20260201);
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < LINES; line++) {
      int number = line % ARTICLES;
      Random article = new Random(number);
      String published =
          article.nextInt(20) == 0
              ? ""
              : ",\"publishedAt\":\"%s\""
                  .formatted(
                      Instant.parse("2026-01-20T00:00:00Z")
                          .plusSeconds(article.nextInt(60 * 24) * 3_600L));
      lines.append(
          "{\"id\":\"n%d\"%s,\"publisher\":\"P%d\",\"text\":\"%s\"}\n"
              .formatted(number, published, random.nextInt(5), text(random)));
    }
    return lines.toString();
  }

  private static String text(Random random) {
    if (random.nextInt(3) == 0) {
      // One of few stories, in other outlets with another last word.
      Random story = new Random(random.nextInt(20));
      return words(story, 700) + " harbour w" + random.nextInt(3) + ".";
    }
    return "Inventia spends $%d %s. %s"
        .formatted(
            20 + random.nextInt(60),
            random.nextInt(3) == 0 ? "perhaps" : "surely",
            words(random, 700));
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder("Word");
    for (int i = 0; i < count; i++) {
      words.append(" w").append(random.nextInt(10_000));
    }
    return words.append('.').toString();
  }

  /** As Ctrl-C does; the next one goes on from there. */
  private static void stopInTheMiddle(Path index, Path archive, String store) throws Exception {
    ArticleStages slow =
        new ArticleStages(
            ArticleStages.real().reader(),
            () ->
                article -> {
                  LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
                  return annotate(article);
                });
    Backfill[] self = new Backfill[1];
    self[0] =
        new Backfill(
                BackfillProcess.options(index, archive, 2),
                slow,
                progress -> {
                  if (progress.counts().read() > 20) {
                    self[0].stop();
                  }
                })
            .alerting(store, SINCE);
    assertThat(self[0].run().finished()).isFalse();
  }

  private static void backfill(Path index, Path archive, String store) throws Exception {
    ArticleStages stages =
        new ArticleStages(ArticleStages.real().reader(), () -> AlertSinceIT::annotate);
    BackfillReport report =
        new Backfill(
                BackfillProcess.options(index, archive, 2), stages, BackfillProgress.Listener.NONE)
            .alerting(store, SINCE)
            .run();
    assertThat(report.finished()).isTrue();
    assertThat(report.counts().rejected()).isEmpty();
  }

  private static Extraction annotate(Article article) {
    Matcher spent = SPENT.matcher(article.text());
    if (!spent.find()) {
      return TestArticles.extraction(article);
    }
    Extraction sure = TestArticles.capex(article, "2026", Long.parseLong(spent.group(1)));
    Figure figure = sure.figures().getFirst();
    double confidence = spent.group(2).equals("surely") ? 0.9 : 0.5;
    return new Extraction(
        article,
        sure.entities(),
        List.of(
            new Figure(
                figure.start(),
                figure.end(),
                figure.text(),
                figure.unit(),
                figure.low(),
                figure.high(),
                figure.bound(),
                figure.per(),
                figure.metric(),
                figure.subject(),
                figure.product(),
                figure.period(),
                figure.change(),
                figure.status(),
                figure.inTitle(),
                confidence)),
        sure.commitments(),
        sure.signals());
  }

  private static Map<String, Outcome> told(AlertStore store) {
    Map<String, Outcome> told = new TreeMap<>();
    for (Subscription subscription : store.subscriptions().all()) {
      Map<LocalDate, Integer> weeks = new TreeMap<>();
      Map<Suppression, Integer> suppressed = new TreeMap<>();
      for (FiledAlert filed : store.outbox().latest(subscription.id(), 10 * LINES)) {
        if (filed.suppression() == null) {
          LocalDate day = filed.alert().alertedAt().atOffset(ZoneOffset.UTC).toLocalDate();
          weeks.merge(Interval.WEEK.start(day), 1, Integer::sum);
        } else {
          suppressed.merge(filed.suppression(), 1, Integer::sum);
        }
      }
      told.put(subscription.name(), new Outcome(weeks, suppressed));
    }
    return told;
  }

  private static Map<String, Outcome> backtested(AlertStore store, Path index) throws Exception {
    Map<String, Outcome> backtested = new TreeMap<>();
    try (ArticleIndex open = ArticleIndex.open(new IndexFolder(index), Clock.systemUTC())) {
      Backtest backtest = new Backtest(open, LexiconNames.standard());
      for (Subscription subscription : store.subscriptions().all()) {
        BacktestReport report = backtest.run(subscription, SINCE);
        Map<LocalDate, Integer> weeks = new TreeMap<>();
        for (BacktestReport.Week week : report.weeks()) {
          if (week.alerts() > 0) {
            weeks.put(week.monday(), week.alerts());
          }
        }
        backtested.put(subscription.name(), new Outcome(weeks, new TreeMap<>(report.suppressed())));
      }
    }
    return backtested;
  }
}
