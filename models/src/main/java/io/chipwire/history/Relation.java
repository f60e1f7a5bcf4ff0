package io.chipwire.history;

import io.chipwire.fact.Labelled;

/** How two values of one fact go together. */
public enum Relation implements Labelled {
  /** They are the same. */
  AGREES,
  /** One is the other, rounded or bounded. */
  ROUNDS_TO,
  /** The later one takes the earlier one back: the same source, or the company's own new word. */
  REVISES,
  /** They cannot both be true. */
  CONFLICTS
}
