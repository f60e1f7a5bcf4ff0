package io.chipwire.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Message;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.match.SubscriptionMatcher;
import io.chipwire.query.LexiconNames;
import io.chipwire.search.ArticleIndex;
import io.chipwire.store.AlertStore;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.Receivers;
import io.chipwire.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Alerts of {@link SampleIndex}, made and filed as the job does it. */
final class SampleAlerts {

  private SampleAlerts() {}

  static AlertStore store(Path folder) {
    return AlertStore.open(
        StoreLocation.of(folder.resolve("alerts.db").toString()),
        Clock.systemUTC(),
        () -> UUID.randomUUID().toString());
  }

  static ServedAlerts served(AlertStore store) {
    return new ServedAlerts(store, "ann", true, Clock.systemUTC());
  }

  static Subscription subscription(AlertStore store, String name, String query) throws Exception {
    return store
        .subscriptions()
        .add(
            new NewSubscription(
                name,
                query,
                "ann",
                List.of(
                    Receivers.channel(ChannelKind.WEBHOOK, "https://hooks.example/T/hush"),
                    Receivers.channel(ChannelKind.EMAIL, "ann@example.org")),
                Rules.USUAL));
  }

  /** Files what a subscription says of the article of that number. */
  static Alert file(AlertStore store, ArticleIndex index, Subscription subscription, int article)
      throws Exception {
    try (SubscriptionMatcher matcher = new SubscriptionMatcher(LexiconNames.standard())) {
      matcher.apply(List.of(SubscriptionChange.put(subscription)));
      Instant now = Instant.now();
      List<Alert> alerts =
          matcher.match(index.get("https://news.example/" + article).orElseThrow(), now, now);
      store.outbox().put(alerts);
      return alerts.getFirst();
    }
  }

  /** The same about another article. */
  static Alert copy(Alert alert, String id) throws Exception {
    ObjectNode copy = ExtractionJson.mapper().valueToTree(alert);
    copy.put("id", id).put("articleId", id);
    return ExtractionJson.mapper().treeToValue(copy, Alert.class);
  }

  /** All that waits is tried once, and ends so. */
  static void deliver(AlertStore store, Attempt.Outcome outcome, String detail) {
    Set<ChannelKind> all = EnumSet.allOf(ChannelKind.class);
    for (Message message :
        store.deliveries().claim(100, 100, all, Set.of(), Duration.ofMinutes(1))) {
      store.deliveries().settle(message, new Attempt(Instant.now(), outcome, null, detail, null));
    }
  }
}
