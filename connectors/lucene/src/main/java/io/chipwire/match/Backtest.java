package io.chipwire.match;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Judgement;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.RememberedHistory;
import io.chipwire.alert.Stages;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.alert.Suppression;
import io.chipwire.extraction.Extraction;
import io.chipwire.query.NameResolver;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.Export;
import io.chipwire.search.Interval;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs a subscription over an index as if its articles came in one after the other, each when it
 * was published: the same matcher, rules, time and order as a backfill that alerts ({@link
 * PastNews}). A pause or mute does not count. Stateless; safe to share between threads.
 *
 * <p>Of each alert only what the rules ask for is kept until the end, some hundred bytes.
 */
public final class Backtest {

  private static final int EXAMPLES = 10;

  private final ArticleIndex index;
  private final NameResolver names;

  /** Backtests over an index. */
  public Backtest(ArticleIndex index, NameResolver names) {
    this.index = index;
    this.names = names;
  }

  /** Runs one subscription over all articles, those without a date first. */
  public BacktestReport run(Subscription subscription) throws IOException, QuerySyntaxException {
    return run(subscription, null);
  }

  /**
   * Runs one subscription.
   *
   * @param since only over articles published since then; null for all
   * @throws QuerySyntaxException if its query cannot be read
   */
  public BacktestReport run(Subscription subscription, @Nullable Instant since)
      throws IOException, QuerySyntaxException {
    Subscription awake = subscription.awake();
    try (SubscriptionMatcher matcher = new SubscriptionMatcher(names)) {
      matcher.apply(List.of(SubscriptionChange.put(awake)));
      List<Alert> alerts = matches(awake, since, matcher);
      alerts.sort(Alert.IN_ORDER);
      return judge(awake, alerts, matcher);
    }
  }

  /** The search finds the articles, and the matcher says what it would have made of each. */
  private List<Alert> matches(
      Subscription subscription, @Nullable Instant since, SubscriptionMatcher matcher)
      throws IOException, QuerySyntaxException {
    List<Alert> alerts = new ArrayList<>();
    try (Export export = index.export(QueryLanguage.parse(subscription.query(), names))) {
      while (export.hasNext()) {
        Extraction extraction = export.next().extraction();
        if (!PastNews.isSince(extraction.article(), since)) {
          continue;
        }
        Instant time = PastNews.time(extraction.article());
        matcher.match(extraction, time, time).forEach(alert -> alerts.add(lean(alert)));
      }
    }
    return alerts;
  }

  private BacktestReport judge(
      Subscription subscription, List<Alert> alerts, SubscriptionMatcher matcher)
      throws IOException {
    RememberedHistory history = new RememberedHistory();
    Map<Suppression, Integer> suppressed = new EnumMap<>(Suppression.class);
    Map<LocalDate, Integer> days = new TreeMap<>();
    Deque<Alert> latest = new ArrayDeque<>();
    int told = 0;
    for (Alert alert : alerts) {
      Judgement judgement = Stages.judge(alert, subscription, history);
      history.remember(judgement);
      if (judgement.suppression() != null) {
        suppressed.merge(judgement.suppression(), 1, Integer::sum);
        continue;
      }
      told++;
      if (!alert.alertedAt().equals(Instant.EPOCH)) {
        days.merge(day(alert.alertedAt()), 1, Integer::sum);
      }
      latest.addFirst(judgement.alert());
      if (latest.size() > EXAMPLES) {
        latest.removeLast();
      }
    }
    int dated = days.values().stream().mapToInt(Integer::intValue).sum();
    Map.@Nullable Entry<LocalDate, Integer> noisiest =
        days.entrySet().stream()
            .max(
                Map.Entry.<LocalDate, Integer>comparingByValue()
                    .thenComparing(Map.Entry.<LocalDate, Integer>comparingByKey().reversed()))
            .orElse(null);
    return new BacktestReport(
        alerts.size(),
        told,
        suppressed,
        told - dated,
        weeks(days),
        noisiest == null ? null : noisiest.getKey(),
        noisiest == null ? 0 : noisiest.getValue(),
        examples(latest, matcher));
  }

  private static List<BacktestReport.Week> weeks(Map<LocalDate, Integer> days) {
    TreeMap<LocalDate, Integer> counts = new TreeMap<>();
    days.forEach((day, count) -> counts.merge(Interval.WEEK.start(day), count, Integer::sum));
    List<BacktestReport.Week> weeks = new ArrayList<>();
    if (!counts.isEmpty()) {
      for (LocalDate week = counts.firstKey();
          !week.isAfter(counts.lastKey());
          week = Interval.WEEK.next(week)) {
        weeks.add(new BacktestReport.Week(week, counts.getOrDefault(week, 0)));
      }
    }
    return weeks;
  }

  /** The alerts in full again. */
  private List<Alert> examples(Deque<Alert> lean, SubscriptionMatcher matcher) throws IOException {
    List<Alert> examples = new ArrayList<>();
    for (Alert alert : lean) {
      Optional<Extraction> extraction = index.get(alert.articleId());
      if (extraction.isPresent()) {
        for (Alert full : matcher.match(extraction.get(), alert.alertedAt(), alert.alertedAt())) {
          examples.add(full.withOrigins(alert.origins()));
        }
      }
    }
    return examples;
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Alert lean(Alert alert) {
    return new Alert(
        alert.id(),
        alert.subscriptionId(),
        alert.subscriptionName(),
        alert.articleId(),
        null,
        alert.url(),
        alert.publisher(),
        "",
        alert.facts().stream()
            .map(fact -> new MatchedFact(fact.kind(), fact.key(), "", "", fact.confidence()))
            .toList(),
        List.of(),
        alert.confidence(),
        List.of(),
        alert.story(),
        null,
        null,
        alert.extractedAt(),
        alert.alertedAt());
  }
}
