package io.chipwire.query;

import java.util.List;
import java.util.Set;

/** A query as it was written, brackets and all, before facts are bound together. */
sealed interface Raw {

  /**
   * One condition.
   *
   * @param kinds the facts it can be about; empty if it is about the article
   */
  record Leaf(Query query, Set<FactKind> kinds) implements Raw {}

  /** Everything that stands side by side, with brackets around it if it is inside another. */
  record Conjunction(List<Raw> items) implements Raw {}

  /** Two or more conjunctions with {@code OR} between them. */
  record Either(List<Conjunction> alternatives) implements Raw {}

  /** Never of another {@code Not}. */
  record Not(Raw item) implements Raw {}
}
