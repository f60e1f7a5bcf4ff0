package io.chipwire.app;

import io.chipwire.history.Conflicts;
import io.chipwire.query.Query;
import io.chipwire.search.FactHistory;
import io.chipwire.search.HistoryAnswer;
import io.chipwire.search.SearchRefusedException;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code chipwire conflicts}: where sources disagree. */
@Command(
    name = "conflicts",
    description =
        "Prints where figures that match differ for the same fact, and where a stated change does"
            + " not fit the value before. Figures of a confidence below 0.8 are left out; with"
            + " confidence:>0 in the query they are not.",
    footer = {
      "",
      "Examples:",
      "  chipwire conflicts --index idx 'metric:capex'",
      "  chipwire conflicts --index idx 'company:samsung period:2026Q1'"
    })
final class ConflictsCommand extends HistoryCommand<Conflicts> {

  ConflictsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  HistoryAnswer<Conflicts> ask(FactHistory history, Query query)
      throws IOException, SearchRefusedException {
    return history.conflicts(query);
  }

  @Override
  void print(HistoryPrinter printer, Conflicts facts) {
    printer.print(facts);
  }
}
