package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** New facts and revisions only: a revision has another value, and so is another fact. */
final class KnownFactStage implements Stage {

  @Override
  public @Nullable Suppression check(Alert alert, Subscription subscription, History history) {
    return !subscription.rules().repeats() && isKnown(alert, history)
        ? Suppression.KNOWN_FACT
        : null;
  }

  /** Whether all of the alert's facts were told; false if it has none. */
  static boolean isKnown(Alert alert, History history) {
    return !alert.facts().isEmpty() && history.toldFacts(alert).containsAll(alert.factKeys());
  }
}
