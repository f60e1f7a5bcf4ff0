package io.chipwire.match;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Quota;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.Suppression;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Metric;
import io.chipwire.query.NameResolver;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.ArticleIndexWriter;
import io.chipwire.search.IndexFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {

  @TempDir private Path folder;

  private static Extraction capex(String id, @Nullable String published, String billions) {
    String words = "$" + billions + " billion";
    return article(id)
        .title("Capex of " + id)
        .publisher("Outlet of the " + id)
        .site(id + ".example")
        .says("Amazon spent " + words + " on " + id + ".")
        .figure(words, "USD", billions + "e9", Metric.CAPEX, "amazon")
        .published(published)
        .build();
  }

  private BacktestReport run(Rules rules, boolean paused) throws Exception {
    IndexFolder index = new IndexFolder(folder);
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(index, Clock.systemUTC())) {
      writer.put(capex("third", "2026-04-20T10:00:00Z", "43"));
      writer.put(capex("first", "2026-04-01T09:00:00Z", "43"));
      writer.put(capex("second", "2026-04-01T11:00:00Z", "50"));
      writer.put(capex("fourth", "2026-04-21T10:00:00Z", "60"));
      writer.put(capex("small", "2026-04-21T10:00:00Z", "4"));
      writer.put(capex("undated", null, "70"));
      writer.commit();
    }
    Subscription subscription =
        new Subscription(
            "s",
            "s",
            "metric:capex value:>40B",
            "ann",
            java.util.List.of(),
            rules,
            paused,
            null,
            Instant.EPOCH,
            1);
    try (ArticleIndex open = ArticleIndex.open(index, Clock.systemUTC())) {
      return new Backtest(open, NameResolver.NONE).run(subscription);
    }
  }

  @Test
  void countsWhatWouldHaveBeenToldAWeekAndWhatTheRulesHoldBack() throws Exception {
    BacktestReport report = run(Rules.USUAL, true);

    assertThat(report.matched()).isEqualTo(5);
    assertThat(report.told()).isEqualTo(4);
    assertThat(report.suppressed()).isEqualTo(Map.of(Suppression.KNOWN_FACT, 1));
    assertThat(report.undated()).isEqualTo(1);
    assertThat(report.weeks())
        .extracting(BacktestReport.Week::monday, BacktestReport.Week::alerts)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 3, 30), 2),
            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 4, 6), 0),
            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 4, 13), 0),
            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 4, 20), 1));
    assertThat(report.alertsPerWeek()).isEqualTo(0.75);
    assertThat(report.noisiestDay()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(report.noisiestDayAlerts()).isEqualTo(2);
    assertThat(report.examples())
        .extracting(Alert::articleId)
        .containsExactly("fourth", "second", "first", "undated");
    assertThat(report.examples().getFirst().facts().getFirst().words())
        .isEqualTo("amazon capex 2026Q1: $60B");
  }

  @Test
  void tellsWhatTwoOutletsStateOnce() throws Exception {
    BacktestReport report = run(new Rules(Delivery.INSTANT, null, 0, 2, false), false);

    assertThat(report.told()).isEqualTo(1);
    assertThat(report.suppressed()).isEqualTo(Map.of(Suppression.UNCORROBORATED, 4));
    assertThat(report.examples().getFirst().articleId()).isEqualTo("third");
    assertThat(report.examples().getFirst().origins())
        .containsExactly("Outlet of the first", "Outlet of the third");
  }

  @Test
  void throttlesAsTheLiveJobWould() throws Exception {
    BacktestReport report =
        run(new Rules(Delivery.INSTANT, new Quota(1, Quota.Period.DAY), 0, 1, false), false);

    assertThat(report.told()).isEqualTo(3);
    // The third tells what the first one told; of the second nothing was told.
    assertThat(report.suppressed())
        .isEqualTo(Map.of(Suppression.THROTTLED, 1, Suppression.KNOWN_FACT, 1));
  }
}
