package io.chipwire.app;

import io.chipwire.alert.Rules;
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
   * Checks a query that is to be stored.
   *
   * @throws UsageException if it is broken, or not fit for a subscription with those rules
   */
  static void requireStorable(String text, Rules rules) {
    SubscriptionMatcher.refusal(parse(text), rules)
        .ifPresent(
            why -> {
              throw new UsageException("query \"%s\": %s".formatted(text, why));
            });
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
