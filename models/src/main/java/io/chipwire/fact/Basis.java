package io.chipwire.fact;

/** What a change is measured against. */
public enum Basis implements Labelled {
  /** The same period a year before. */
  YOY,
  /** The quarter before. */
  QOQ,
  /** The month before. */
  MOM,
  /** The week before. */
  WOW,
  /** Anything else. */
  OTHER
}
