package io.chipwire.fact;

/** How certain a figure is, and whose word it is. */
public enum FigureStatus implements Labelled {
  /** It happened. */
  ACTUAL,
  /** The subject's own outlook. */
  GUIDANCE,
  /** Anybody else's estimate. */
  FORECAST,
  /** A plan or a goal. */
  TARGET,
  /** True only under a condition. */
  CONDITIONAL,
  /** Unconfirmed. */
  REPORTED
}
