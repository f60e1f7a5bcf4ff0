package io.chipwire.app;

import io.chipwire.history.Series;
import io.chipwire.query.Query;
import io.chipwire.search.FactHistory;
import io.chipwire.search.HistoryAnswer;
import io.chipwire.search.SearchRefusedException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chipwire series}: one metric over its periods. */
@Command(
    name = "series",
    description =
        "Prints the figures that match by metric, subject and product over their periods, each"
            + " value with who states it. Figures of a confidence below 0.8 are left out; with"
            + " confidence:>0 in the query they are not.",
    footer = {
      "",
      "Examples:",
      "  chipwire series --index idx 'metric:capex company:amazon'",
      "  chipwire series --index idx --as-of 2026-03-31 'metric:revenue company:nvidia'"
    })
final class SeriesCommand extends HistoryCommand<List<Series>> {

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "As known at the end of that day (UTC), such as 2026-03-31.")
  private @Nullable LocalDate asOf;

  SeriesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  HistoryAnswer<List<Series>> ask(FactHistory history, Query query)
      throws IOException, SearchRefusedException {
    Instant end = asOf == null ? null : asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return history.series(query, end == null ? null : end.minusMillis(1));
  }

  @Override
  void print(HistoryPrinter printer, List<Series> facts) {
    printer.print(facts);
  }
}
