package io.chipwire.app;

import io.chipwire.extraction.ExtractionJson;
import io.chipwire.query.Query;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.FactHistory;
import io.chipwire.search.HistoryAnswer;
import io.chipwire.search.SearchRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the commands have in common that put the facts of many articles together.
 *
 * @param <T> what they put together
 */
abstract class HistoryCommand<T> implements Callable<Integer> {

  /** Whoever types a command can wait, and can interrupt. */
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final Terminal terminal;

  @Mixin private IndexOption index;

  @Option(names = "--json", description = "One JSON object: snapshot, facts.")
  private boolean json;

  @Mixin private QueryArgument query;

  HistoryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Query asked = query.parse();
    try (ArticleIndex open = index.open()) {
      HistoryAnswer<T> answer = ask(new FactHistory(open, TIMEOUT), asked);
      if (json) {
        terminal.out().println(ExtractionJson.mapper().writeValueAsString(answer));
      } else {
        print(new HistoryPrinter(terminal.out(), new Style(terminal.colour())), answer.facts());
      }
      return ExitCode.FINE;
    } catch (SearchRefusedException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  abstract HistoryAnswer<T> ask(FactHistory history, Query query)
      throws IOException, SearchRefusedException;

  abstract void print(HistoryPrinter printer, T facts);
}
