package io.chipwire.app;

import io.chipwire.query.Query;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The query of a command. */
final class QueryArgument {

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "Several words are one query.")
  private List<String> words = List.of();

  /**
   * The query.
   *
   * @throws UsageException if it is none; the message shows the place
   */
  Query parse() {
    return QueryText.parse(String.join(" ", words));
  }
}
