package io.chipwire.app.export;

import io.chipwire.fact.Labelled;

/** What a row of an export is about. */
public enum RowKind implements Labelled {
  /** An article with all its facts. */
  ARTICLES,
  /** A figure. */
  FIGURES,
  /** A commitment. */
  COMMITMENTS,
  /** A signal. */
  SIGNALS
}
