package io.chipwire.app;

import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A subscription to be tried out: a stored one, perhaps by other rules, or a query. */
final class CandidateOptions {

  @Mixin private StoreOption store;
  @Mixin private OwnerOption owner;

  @Option(
      names = "--query",
      paramLabel = "QUERY",
      description = "A query that is not stored, in place of NAME.")
  private @Nullable String query;

  @Mixin private RuleOptions rules;

  /** Whether it is a query, so that no name is expected. */
  boolean isQuery() {
    return query != null;
  }

  /**
   * The subscription.
   *
   * @param name of a stored one; not asked for a query
   */
  Subscription subscription(Terminal terminal, @Nullable String name) {
    if (query != null) {
      QueryText.parse(query);
      return Subscription.candidate(query, owner.of(terminal), rules.change(Rules.USUAL, null));
    }
    Subscription stored =
        StoreOption.find(store.open(terminal), owner.of(terminal), String.valueOf(name));
    return stored.by(rules.change(stored.rules(), null));
  }
}
