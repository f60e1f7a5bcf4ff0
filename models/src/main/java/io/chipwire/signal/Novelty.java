package io.chipwire.signal;

import io.chipwire.fact.Labelled;

/**
 * How a fact stands to what was stated of it before, the least newsworthy first. Names are kept in
 * checkpoints; do not rename.
 */
public enum Novelty implements Labelled {
  /** The same value was stated before. */
  REPEATED,
  /** A value was stated before of which this is a rounding, or the other way round. */
  ROUNDED,
  /** Nobody has stated it before, as far as is remembered. */
  NEW,
  /** It takes an earlier value back: of the same outlet, or the company's own new word. */
  REVISED,
  /** It cannot be true together with what was stated before. */
  CONFLICTING
}
