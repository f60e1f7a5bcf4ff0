package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** A muted subscription is told nothing until the mute ends. */
final class MutedStage implements Stage {

  @Override
  public @Nullable Suppression check(Alert alert, Subscription subscription, History history) {
    return subscription.mutedUntil() != null
            && alert.alertedAt().isBefore(subscription.mutedUntil())
        ? Suppression.MUTED
        : null;
  }
}
