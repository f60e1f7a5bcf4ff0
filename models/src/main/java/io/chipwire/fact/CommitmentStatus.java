package io.chipwire.fact;

/** How firm a commitment is. */
public enum CommitmentStatus implements Labelled {
  /** Said in public. */
  ANNOUNCED,
  /** Under contract. */
  SIGNED,
  /** Intended. */
  PLANNED,
  /** Unconfirmed. */
  REPORTED,
  /** Withdrawn. */
  CANCELLED
}
