package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** One rule that may hold an alert back. Pure: asks nothing but its arguments. */
interface Stage {

  /** Why the alert is held back, or null if this rule lets it through. */
  @Nullable Suppression check(Alert alert, Subscription subscription, History history);
}
