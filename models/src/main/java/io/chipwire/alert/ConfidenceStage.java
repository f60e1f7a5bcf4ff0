package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** What is not sure enough is not told. */
final class ConfidenceStage implements Stage {

  @Override
  public @Nullable Suppression check(Alert alert, Subscription subscription, History history) {
    return alert.confidence() < subscription.rules().minimumConfidence()
        ? Suppression.BELOW_CONFIDENCE
        : null;
  }
}
