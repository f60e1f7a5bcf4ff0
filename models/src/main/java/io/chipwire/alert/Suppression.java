package io.chipwire.alert;

import io.chipwire.fact.Labelled;

/** Why an alert is not told. Names are part of the output and of stores; do not rename. */
public enum Suppression implements Labelled {
  /** The subscription is paused. */
  PAUSED,
  /** The subscription is muted for a time. */
  MUTED,
  /** No fact that matched is as sure as the subscription demands. */
  BELOW_CONFIDENCE,
  /** Every fact that matched has been told before. */
  KNOWN_FACT,
  /** The same story in another outlet has been told. */
  COPY,
  /** Fewer independent outlets state a fact that matched than the subscription demands. */
  UNCORROBORATED,
  /** As many alerts as the subscription allows were told in the period. */
  THROTTLED,
  /** Only for now: it goes out with the next digest. */
  DIGEST_WAITING
}
