package io.chipwire.store;

import io.chipwire.fact.Labelled;

/** How far a delivery is. Names are part of stores; do not rename. */
public enum DeliveryState implements Labelled {
  /** It will be tried, for the first time or again, when it is due. */
  WAITING,
  /** The receiver has it. */
  DELIVERED,
  /** It will not be tried any more, unless somebody asks for it. */
  DEAD
}
