package io.chipwire.app.web;

import io.chipwire.app.web.Frame.Tab;
import io.chipwire.app.web.HistoryView.DisagreementView;
import io.chipwire.app.web.HistoryView.EntryView;
import io.chipwire.app.web.HistoryView.SeriesView;
import io.chipwire.history.Conflicts;
import io.chipwire.history.Ledger;
import io.chipwire.history.Series;
import io.chipwire.query.Query;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.FactHistory;
import io.chipwire.search.HistoryAnswer;
import io.chipwire.search.SearchRefusedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** The pages about facts of many articles: series, ledger, conflicts. */
final class HistoryPages {

  /** What a page can hold; the export has all. */
  private static final int MOST_SERIES = 20;

  private static final int MOST_ENTRIES = 200;

  private final Questions questions;
  private final Doors doors;

  HistoryPages(Questions questions, Doors doors) {
    this.questions = questions;
    this.doors = doors;
  }

  void define(RoutesConfig routes) {
    for (Tab tab : List.of(Tab.SERIES, Tab.LEDGER, Tab.CONFLICTS)) {
      routes.get(tab.path(), doors.history(context -> page(context, tab)));
    }
  }

  private void page(Context context, Tab tab) throws IOException {
    String text = Questions.text(context);
    try {
      Query query = questions.query(context);
      HistoryView view =
          switch (tab) {
            case SERIES -> series(context, text, query);
            case LEDGER -> ledger(text, query);
            default -> conflicts(text, query);
          };
      context.html(Pages.history(view));
    } catch (QuerySyntaxException | Questions.BadParameterException e) {
      context.status(400).html(Pages.history(problem(context, tab, text, e)));
    } catch (SearchRefusedException e) {
      context.status(422).html(Pages.history(problem(context, tab, text, e)));
    }
  }

  private HistoryView series(Context context, String text, Query query)
      throws IOException, SearchRefusedException {
    HistoryAnswer<List<Series>> answer = questions.history().series(query, Questions.asOf(context));
    List<SeriesView> all = answer.facts().stream().map(HistoryViews::series).toList();
    return HistoryView.ofSeries(
        frame(Tab.SERIES, text, query, answer, "series", all.size(), MOST_SERIES),
        context.queryParam("asOf"),
        first(all, MOST_SERIES));
  }

  private HistoryView ledger(String text, Query query) throws IOException, SearchRefusedException {
    HistoryAnswer<Ledger> answer = questions.history().ledger(query);
    List<EntryView> all = answer.facts().entries().stream().map(HistoryViews::entry).toList();
    return HistoryView.ofLedger(
        frame(Tab.LEDGER, text, query, answer, "commitments", all.size(), MOST_ENTRIES),
        first(all, MOST_ENTRIES),
        HistoryViews.totals(answer.facts()));
  }

  private HistoryView conflicts(String text, Query query)
      throws IOException, SearchRefusedException {
    HistoryAnswer<Conflicts> answer = questions.history().conflicts(query);
    List<DisagreementView> all = HistoryViews.disagreements(answer.facts());
    return HistoryView.ofConflicts(
        frame(Tab.CONFLICTS, text, query, answer, "differences", all.size(), MOST_ENTRIES),
        first(all, MOST_ENTRIES));
  }

  private static HistoryView problem(Context context, Tab tab, String text, Exception problem) {
    return HistoryView.ofSeries(
        new Frame(tab, text, "", true, problem.getMessage()),
        context.queryParam("asOf"),
        List.of());
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  private static Frame frame(
      Tab tab,
      String text,
      Query query,
      HistoryAnswer<?> answer,
      String what,
      int count,
      int most) {
    String shown = count > most ? ", %,d shown".formatted(most) : "";
    String summary =
        "%,d %s%s · %s".formatted(count, what, shown, SearchViews.asOf(answer.snapshot()));
    boolean sureOnly = tab != Tab.LEDGER && !FactHistory.asksForConfidence(query);
    return new Frame(
        tab,
        text,
        sureOnly ? summary + " · sure figures only, confidence:>0 shows all" : summary,
        count == 0,
        null);
  }
}
