package io.chipwire.alert;

import org.jspecify.annotations.Nullable;

/** The same text in another outlet is told once, unless it has facts that the first one had not. */
final class CopyStage implements Stage {

  @Override
  public @Nullable Suppression check(Alert alert, Subscription subscription, History history) {
    boolean newFacts = !alert.facts().isEmpty() && !KnownFactStage.isKnown(alert, history);
    return !subscription.rules().repeats() && !newFacts && history.toldStory(alert)
        ? Suppression.COPY
        : null;
  }
}
