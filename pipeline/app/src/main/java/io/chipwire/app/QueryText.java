package io.chipwire.app;

import io.chipwire.app.text.Printable;
import io.chipwire.match.SubscriptionMatcher;
import io.chipwire.query.LexiconNames;
import io.chipwire.query.Query;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;

/** Reads a query that was typed on the command line. */
final class QueryText {

  private QueryText() {}

  /** The query, or a refusal that shows where it is broken. */
  static Query parse(String text) {
    try {
      return QueryLanguage.parse(text, LexiconNames.standard());
    } catch (QuerySyntaxException e) {
      throw new UsageException(e.getMessage() + pointer(text, e.position()), e);
    }
  }

  /**
   * Reads a query that is to be stored.
   *
   * @throws UsageException also if it would tell of nearly every article
   */
  static Query parseToStore(String text) {
    Query query = parse(text);
    if (!SubscriptionMatcher.isSelective(query)) {
      throw new UsageException(
          "query \"%s\": %s".formatted(text, SubscriptionMatcher.NOT_SELECTIVE));
    }
    return query;
  }

  /** The query with a caret under the place, where that helps. */
  private static String pointer(String text, int position) {
    String line = Printable.text(text).replace('\n', ' ');
    int from = Math.max(0, position - 40);
    int to = Math.min(line.length(), from + 90);
    if (from >= to) {
      return "";
    }
    return System.lineSeparator()
        + "  "
        + line.substring(from, to)
        + System.lineSeparator()
        + "  "
        + " ".repeat(position - from)
        + "^";
  }
}
