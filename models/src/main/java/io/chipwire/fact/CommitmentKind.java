package io.chipwire.fact;

/** What somebody binds itself to. */
public enum CommitmentKind implements Labelled {
  /** To buy. */
  PURCHASE,
  /** To sell. */
  SUPPLY,
  /** To put money into plants or companies. */
  INVESTMENT,
  /** To reserve or provide capacity. */
  CAPACITY,
  /** To rent. */
  LEASE,
  /** To lend, grant or guarantee. */
  FINANCING
}
