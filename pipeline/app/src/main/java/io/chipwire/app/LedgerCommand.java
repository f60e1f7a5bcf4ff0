package io.chipwire.app;

import io.chipwire.history.Ledger;
import io.chipwire.query.Query;
import io.chipwire.search.FactHistory;
import io.chipwire.search.HistoryAnswer;
import io.chipwire.search.SearchRefusedException;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code chipwire ledger}: who owes whom what. */
@Command(
    name = "ledger",
    description =
        "Prints the commitments that match, each once with its revisions, and what they sum up to.",
    footer = {
      "",
      "Examples:",
      "  chipwire ledger --index idx 'obligor:openai'",
      "  chipwire ledger --index idx 'counterparty:micron amount:>1B'"
    })
final class LedgerCommand extends HistoryCommand<Ledger> {

  LedgerCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  HistoryAnswer<Ledger> ask(FactHistory history, Query query)
      throws IOException, SearchRefusedException {
    return history.ledger(query);
  }

  @Override
  void print(HistoryPrinter printer, Ledger facts) {
    printer.print(facts);
  }
}
