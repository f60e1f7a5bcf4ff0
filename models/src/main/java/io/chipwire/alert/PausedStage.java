package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** A paused subscription is told nothing. */
final class PausedStage implements Stage {

  @Override
  public @Nullable Suppression check(Alert alert, Subscription subscription, History history) {
    return subscription.paused() ? Suppression.PAUSED : null;
  }
}
