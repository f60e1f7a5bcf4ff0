package io.chipwire.app.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.alert.Subscription;
import io.chipwire.app.web.BacktestView.HeldView;
import io.chipwire.app.web.BacktestView.WeekView;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.match.BacktestReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a backtest into what its page shows. */
final class BacktestViews {

  private BacktestViews() {}

  static BacktestView problem(
      @Nullable String id, String name, String query, @Nullable String problem) {
    return new BacktestView(
        id, name, query, "", null, null, "[]", List.of(), List.of(), List.of(), problem);
  }

  static BacktestView of(@Nullable String id, Subscription subscription, BacktestReport report) {
    return new BacktestView(
        id,
        subscription.name(),
        subscription.query(),
        String.format(
            Locale.ROOT,
            "%,d articles match, %,d alerts would have been told: %.1f a week over %,d weeks.",
            report.matched(),
            report.told(),
            report.alertsPerWeek(),
            report.weeks().size()),
        report.noisiestDay() == null
            ? null
            : String.format(
                Locale.ROOT, "%s with %,d", report.noisiestDay(), report.noisiestDayAlerts()),
        report.undated() == 0 ? null : String.format(Locale.ROOT, "%,d", report.undated()),
        bars(report.weeks()),
        report.weeks().reversed().stream()
            .map(
                week ->
                    new WeekView(
                        week.monday().toString(), String.format(Locale.ROOT, "%,d", week.alerts())))
            .toList(),
        new TreeMap<>(report.suppressed())
            .entrySet().stream()
                .map(
                    entry ->
                        new HeldView(
                            SuppressionWords.label(entry.getKey()),
                            String.format(Locale.ROOT, "%,d", entry.getValue()),
                            SuppressionWords.sentence(entry.getKey())))
                .toList(),
        report.examples().stream()
            .map(alert -> AlertViews.line(alert, null, alert.alertedAt()))
            .toList(),
        null);
  }

  private static String bars(List<BacktestReport.Week> weeks) {
    try {
      return ExtractionJson.mapper()
          .writeValueAsString(
              weeks.stream()
                  .map(week -> Map.of("label", week.monday().toString(), "value", week.alerts()))
                  .toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("weeks of a backtest", e);
    }
  }
}
