package io.chipwire.store;

import io.chipwire.alert.Alert;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.Subscription;
import io.chipwire.query.FactKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Builds alerts for tests. */
final class Alerts {

  private Alerts() {}

  static Alert alert(Subscription subscription, String article, Instant at, String... factKeys) {
    return from("The Fab Gazette", subscription, article, at, factKeys);
  }

  static Alert from(
      String outlet, Subscription subscription, String article, Instant at, String... factKeys) {
    List<MatchedFact> facts =
        Stream.of(factKeys)
            .map(key -> new MatchedFact(FactKind.FIGURE, key, "in words", "A sentence.", 0.8))
            .toList();
    return new Alert(
        Alert.id(subscription.id(), article, List.of(factKeys)),
        subscription.id(),
        subscription.name(),
        article,
        "A title",
        "https://%s.example/%s".formatted(outlet.replace(' ', '-'), article),
        outlet,
        "A sentence.",
        facts,
        List.of("metric:capex"),
        facts.isEmpty() ? 1 : 0.8,
        List.of(outlet),
        null,
        at,
        null,
        at,
        at);
  }
}
