package io.chipwire.app;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Subscription;
import java.time.Instant;
import java.util.List;

/** Builds alerts for tests. */
final class TestAlerts {

  private TestAlerts() {}

  static Alert alert(Subscription subscription, String article, Instant at) {
    return new Alert(
        Alert.id(subscription.id(), article, List.of()),
        subscription.id(),
        subscription.name(),
        article,
        "Memory <sells>",
        "https://news.example/" + article,
        "The Fab Gazette",
        "Memory sells well.",
        List.of(),
        List.of("memory"),
        1,
        List.of(),
        null,
        at,
        null,
        at,
        at);
  }
}
