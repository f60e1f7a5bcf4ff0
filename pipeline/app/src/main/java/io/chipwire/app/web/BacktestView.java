package io.chipwire.app.web;

import io.chipwire.app.web.AlertsView.AlertLineView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription would have told; texts are raw, the template escapes them.
 *
 * @param id of a stored subscription, or null
 * @param summary in a sentence
 * @param noisiest the day with the most alerts, or null
 * @param bars the weeks as JSON, for the script that draws them
 * @param held what would have been held back: the reason, how many, and what it means
 * @param problem why there is no answer, or null
 */
public record BacktestView(
    @Nullable String id,
    String name,
    String query,
    String summary,
    @Nullable String noisiest,
    @Nullable String undated,
    String bars,
    List<WeekView> weeks,
    List<HeldView> held,
    List<AlertLineView> examples,
    @Nullable String problem) {

  /** Copies the lists. */
  public BacktestView {
    weeks = List.copyOf(weeks);
    held = List.copyOf(held);
    examples = List.copyOf(examples);
  }

  /** A week and its alerts. */
  public record WeekView(String monday, String alerts) {}

  /** A rule that held alerts back. */
  public record HeldView(String rule, String count, String meaning) {}
}
