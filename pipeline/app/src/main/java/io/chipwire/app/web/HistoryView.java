package io.chipwire.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page about facts of many articles shows; texts are raw, the templates escape them. Of the
 * three lists the two that are not the tab's are empty.
 *
 * @param asOf the day up to which statements count, as typed; null for all
 * @param totals what the ledger sums up to, by unit
 */
public record HistoryView(
    Frame frame,
    @Nullable String asOf,
    List<SeriesView> series,
    List<EntryView> entries,
    List<String> totals,
    List<DisagreementView> disagreements) {

  /** Copies the lists. */
  public HistoryView {
    series = List.copyOf(series);
    entries = List.copyOf(entries);
    totals = List.copyOf(totals);
    disagreements = List.copyOf(disagreements);
  }

  static HistoryView ofSeries(Frame frame, @Nullable String asOf, List<SeriesView> series) {
    return new HistoryView(frame, asOf, series, List.of(), List.of(), List.of());
  }

  static HistoryView ofLedger(Frame frame, List<EntryView> entries, List<String> totals) {
    return new HistoryView(frame, null, List.of(), entries, totals, List.of());
  }

  static HistoryView ofConflicts(Frame frame, List<DisagreementView> disagreements) {
    return new HistoryView(frame, null, List.of(), List.of(), List.of(), disagreements);
  }

  /**
   * The sentence that states something.
   *
   * @param href of our page about the article
   * @param origin publisher and day
   */
  public record SourceView(String sentence, String href, String origin) {}

  /** A metric of somebody over periods. */
  public record SeriesView(String name, List<ChartView> charts, List<ValueView> values) {

    /** Copies the lists. */
    public SeriesView {
      charts = List.copyOf(charts);
      values = List.copyOf(values);
    }
  }

  /**
   * Points that go on one pair of axes.
   *
   * @param label what it shows, for those who do not see it
   * @param unit of all points
   * @param points as JSON, for the script that draws them
   */
  public record ChartView(String label, String unit, String points) {}

  /**
   * One value of a period.
   *
   * @param best whether it is the one that is drawn
   * @param origins how many state it independently
   */
  public record ValueView(
      String period, String value, boolean best, String status, String origins, SourceView source) {

    /** The class name of its row. */
    public @Nullable String style() {
      return best ? "best" : null;
    }
  }

  /**
   * A commitment.
   *
   * @param revisions from the first statement to the last; empty where nothing changed
   */
  public record EntryView(
      String from,
      String to,
      String kind,
      String amount,
      String object,
      String term,
      String status,
      String origins,
      String revisions,
      SourceView source) {}

  /** Two values that do not go together. */
  public record DisagreementView(
      String relation, String fact, String expected, List<ValueView> values) {

    /** Copies the list. */
    public DisagreementView {
      values = List.copyOf(values);
    }
  }
}
