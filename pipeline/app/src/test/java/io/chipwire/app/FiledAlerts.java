package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.Suppression;
import io.chipwire.store.AlertStore;
import io.chipwire.store.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The alerts that a store has of {@link InventedFacts}.
 *
 * @param all of one subscription
 */
record FiledAlerts(List<Arrival> all) {

  static FiledAlerts of(Subscription subscription, AlertStore store) {
    return new FiledAlerts(
        store.inbox().since(Instant.EPOCH, Integer.MAX_VALUE).stream()
            .filter(one -> one.filed().alert().subscriptionId().equals(subscription.id()))
            .toList());
  }

  /** There is one for each of so many articles, with the id that only it can have. */
  void requireOneForEach(int articles) {
    assertThat(all)
        .extracting(one -> one.filed().alert().articleId())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, articles).mapToObj(InventedFacts::articleId).toList());
    assertThat(all)
        .extracting(one -> one.filed().alert())
        .allMatch(
            alert ->
                alert
                    .id()
                    .equals(Alert.id(alert.subscriptionId(), alert.articleId(), alert.factKeys())));
  }

  /** Of each fact one alert was told, and what states it again was held. */
  void requireFactsToldOnce(int facts) {
    List<String> told =
        all.stream()
            .filter(one -> one.filed().suppression() == null)
            .flatMap(one -> one.filed().alert().factKeys().stream())
            .toList();
    assertThat(told).doesNotHaveDuplicates().hasSize(facts);
    assertThat(all)
        .extracting(one -> one.filed().suppression())
        .containsOnly(null, Suppression.KNOWN_FACT);
  }

  /** The ids of those that were told. */
  Set<String> told() {
    return toldBefore(Instant.MAX);
  }

  /** The same of those that were put in before that time. */
  Set<String> toldBefore(Instant time) {
    return all.stream()
        .filter(one -> one.filed().suppression() == null && one.filedAt().isBefore(time))
        .map(one -> one.filed().alert().id())
        .collect(Collectors.toSet());
  }
}
