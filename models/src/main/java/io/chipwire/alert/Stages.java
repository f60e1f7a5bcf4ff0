package io.chipwire.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules in their order; the first that holds an alert back gives the reason. Stateless. */
public final class Stages {

  private static final List<Stage> ORDER =
      List.of(
          new PausedStage(),
          new MutedStage(),
          new ConfidenceStage(),
          new KnownFactStage(),
          new CopyStage(),
          new QuotaStage());

  private Stages() {}

  /** Why an alert of a subscription is held back, or null if it is to be told. */
  public static @Nullable Suppression check(
      Alert alert, Subscription subscription, History history) {
    for (Stage stage : ORDER) {
      Suppression reason = stage.check(alert, subscription, history);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }
}
