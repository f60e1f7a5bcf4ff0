package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** New facts and revisions only: a revision has another value, and so is another fact. */
final class KnownFactStage implements Stage {

  @Override
  public @Nullable Suppression check(Alert alert, Subscription subscription, History history) {
    return !subscription.repeats() && history.knowsAllFacts(alert) ? Suppression.KNOWN_FACT : null;
  }
}
