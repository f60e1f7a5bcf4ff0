package io.chipwire.search;

import java.time.Instant;
import java.util.List;

/** Is told of the articles that a commit has made findable. */
@FunctionalInterface
public interface Arrivals {

  /** Nobody is told. */
  Arrivals UNTOLD = (articles, at) -> {};

  /**
   * Articles can be found now that could not before, or another version of them. Must not throw.
   *
   * @param articles those that were fetched; an archive's that do not say when are left out
   * @param at when
   */
  void canBeFound(List<Arrival> articles, Instant at);
}
