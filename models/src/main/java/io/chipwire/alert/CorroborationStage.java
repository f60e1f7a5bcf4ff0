package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** What too few independent outlets state waits until others state it, too. */
final class CorroborationStage implements Stage {

  @Override
  public @Nullable Suppression check(Alert alert, Subscription subscription, History history) {
    return alert.corroboration() < subscription.rules().minimumCorroboration()
        ? Suppression.UNCORROBORATED
        : null;
  }
}
