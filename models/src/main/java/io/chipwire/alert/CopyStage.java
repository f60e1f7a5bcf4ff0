package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** The same text in another outlet is told once, unless it has facts that the first one had not. */
final class CopyStage implements Stage {

  @Override
  public @Nullable Suppression check(Alert alert, Subscription subscription, History history) {
    boolean newFacts = !alert.facts().isEmpty() && !history.knowsAllFacts(alert);
    return !subscription.repeats() && !newFacts && history.toldStory(alert)
        ? Suppression.COPY
        : null;
  }
}
