package io.chipwire.search;

import io.chipwire.fact.Labelled;

/** What comes first in an answer. */
public enum SearchOrder implements Labelled {
  /** The best match of the words, newer articles a little ahead of older ones. */
  RELEVANCE,
  /** The newest; articles without a date last. */
  DATE,
  /** The largest figure that matches; articles without one last. */
  VALUE
}
