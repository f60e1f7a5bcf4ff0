package io.chipwire.alert;

import io.chipwire.story.Origin;
import java.util.List;
import java.util.Objects;

/** The rules in their order; the first that holds an alert back gives the reason. Stateless. */
public final class Stages {

  private static final List<Stage> ORDER =
      List.of(
          new PausedStage(),
          new MutedStage(),
          new ConfidenceStage(),
          new KnownFactStage(),
          new CopyStage(),
          new CorroborationStage(),
          new QuotaStage());

  private Stages() {}

  /** What becomes of an alert of a subscription. */
  public static Judgement judge(Alert alert, Subscription subscription, History history) {
    Corroboration corroboration = Corroboration.of(alert, subscription.rules(), history);
    Alert judged = alert.withOrigins(corroboration.origins().stream().map(Origin::name).toList());
    return new Judgement(
        judged,
        ORDER.stream()
            .map(stage -> stage.check(judged, subscription, history))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        corroboration.gained());
  }
}
