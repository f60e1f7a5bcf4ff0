package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** No more than the subscriber wants in a period. */
final class QuotaStage implements Stage {

  @Override
  public @Nullable Suppression check(Alert alert, Subscription subscription, History history) {
    Quota quota = subscription.rules().quota();
    return quota != null
            && history.told(
                    subscription.id(),
                    quota.period().start(alert.alertedAt()),
                    quota.period().end(alert.alertedAt()))
                >= quota.most()
        ? Suppression.THROTTLED
        : null;
  }
}
