package io.chipwire.match;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Suppression;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription would have told over an index.
 *
 * @param matched articles that met it
 * @param told alerts that no rule held back
 * @param suppressed alerts that a rule held back, by rule, without zeros
 * @param undated alerts told of articles without a date; in no week
 * @param weeks how many alerts each week (from Monday, UTC) from the first to the last one told
 * @param noisiestDay the day with the most alerts, the earliest if there are equals; null for none
 * @param noisiestDayAlerts how many those are
 * @param examples the latest that were told, newest first
 */
public record BacktestReport(
    int matched,
    int told,
    Map<Suppression, Integer> suppressed,
    int undated,
    List<Week> weeks,
    @Nullable LocalDate noisiestDay,
    int noisiestDayAlerts,
    List<Alert> examples) {

  /** Copies the collections. */
  public BacktestReport {
    suppressed = Map.copyOf(suppressed);
    weeks = List.copyOf(weeks);
    examples = List.copyOf(examples);
  }

  /** A week and its alerts. */
  public record Week(LocalDate monday, int alerts) {}

  /** Alerts a week on average over {@link #weeks}; 0 where there is none. */
  public double alertsPerWeek() {
    return weeks.isEmpty()
        ? 0
        : weeks.stream().mapToInt(Week::alerts).sum() / (double) weeks.size();
  }
}
