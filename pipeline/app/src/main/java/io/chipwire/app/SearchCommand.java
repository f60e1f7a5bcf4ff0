package io.chipwire.app;

import io.chipwire.extraction.ExtractionJson;
import io.chipwire.query.QueryLanguage;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.SearchAnswer;
import io.chipwire.search.SearchOrder;
import io.chipwire.search.SearchRefusedException;
import io.chipwire.search.SearchRequest;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chipwire search}: asks an index. */
@Command(
    name = "search",
    description = "Prints the articles that match, with the sentences and figures that do.",
    footer = {
      "",
      "A query, * for every article:",
      "  query       = alternative { OR alternative }",
      "  alternative = item { item }",
      "  item        = [-] ( \"(\" query \")\" | word | \"phrase\" | field:value )",
      "Fields of the article: company organization product person place publisher lang after before;",
      "  of one figure: metric value change period per unit bound status subject direction;",
      "  of one commitment: kind obligor counterparty amount term object unit bound status;",
      "  of one piece of news: kind subject direction; of any of these: confidence.",
      "Amounts: >40B, 30B..50B, ~$43B, NT$500m.",
      "",
      "Examples:",
      "  chipwire search --index idx 'micron hbm \"price war\"'",
      "  chipwire search --index idx 'metric:capex value:>40B period:2026 -rumor'",
      "  chipwire search --index idx 'company:amazon+ kind:pricing after:2026-04-01'",
      "  chipwire search --index idx '(micron OR hynix) change:>50%%'",
      "`chipwire search --language` explains the query language on a page."
    })
final class SearchCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private IndexOption index;

  @Option(names = "--json", description = "One JSON object: total, snapshot, results, cursor.")
  private boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "At most so many articles, 0 to 1000 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "relevance",
      description = "relevance, date or value (default: ${DEFAULT-VALUE}).")
  private SearchOrder order;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Go on behind the answer that gave this cursor.")
  private @Nullable String cursor;

  @Option(names = "--language", help = true, description = "Explain the query language, and exit.")
  private boolean language;

  @Mixin private QueryArgument query;

  SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (language) {
      terminal.out().print(QueryLanguage.help());
      return ExitCode.FINE;
    }
    SearchRequest request;
    try {
      request = SearchRequest.of(query.parse(), limit).orderedBy(order).after(cursor);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
    try (ArticleIndex open = index.open()) {
      SearchAnswer answer = open.search(request);
      if (json) {
        terminal.out().println(ExtractionJson.mapper().writeValueAsString(answer));
      } else {
        new HitPrinter(terminal.out(), new Style(terminal.colour())).print(answer);
      }
      return ExitCode.FINE;
    } catch (SearchRefusedException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
