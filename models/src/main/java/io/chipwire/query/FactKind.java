package io.chipwire.query;

import io.chipwire.fact.Labelled;

/** What kinds of facts an article states. */
public enum FactKind implements Labelled {
  FIGURE,
  COMMITMENT,
  SIGNAL
}
