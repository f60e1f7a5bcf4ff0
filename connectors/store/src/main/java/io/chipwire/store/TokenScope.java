package io.chipwire.store;

import io.chipwire.fact.Labelled;

/** What the bearer of a token may do. Names are part of stores; do not rename. */
public enum TokenScope implements Labelled {
  /** Look at subscriptions, alerts and deliveries. */
  READ,
  /** Change them, too. */
  WRITE;

  /** Whether it allows what another one does. */
  public boolean allows(TokenScope asked) {
    return compareTo(asked) >= 0;
  }
}
