package io.chipwire.match;

import static io.chipwire.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Alert;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Metric;
import io.chipwire.query.NameResolver;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionMatcherTest {

  private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

  private SubscriptionMatcher matcher;

  @BeforeEach
  void open() throws Exception {
    matcher = new SubscriptionMatcher(NameResolver.NONE);
  }

  @AfterEach
  void close() throws Exception {
    matcher.close();
  }

  private static Subscription subscription(String id, String query) {
    return new Subscription(
        id, "name of " + id, query, "ann", List.of(), Rules.USUAL, false, null, NOW, 1);
  }

  private static Extraction amazon(String id) {
    return article(id)
        .title("Amazon spends more")
        .says("The weather was fine.")
        .says("Amazon had capital expenditures of $43.2 billion, up 78%.")
        .company("amazon", "Amazon")
        .figure("$43.2 billion", "USD", "43.2e9", Metric.CAPEX, "amazon")
        .change("78%", "%", "78", Metric.CAPEX, "amazon", Direction.UP)
        .build();
  }

  private List<Alert> match(Extraction extraction) throws Exception {
    return matcher.match(extraction, NOW, NOW);
  }

  @Test
  void saysWhatMatchedAndWhy() throws Exception {
    matcher.apply(
        List.of(SubscriptionChange.put(subscription("s", "amazon metric:capex value:>40B"))));

    Alert alert = match(amazon("a1")).getFirst();

    assertThat(alert.subscriptionName()).isEqualTo("name of s");
    assertThat(alert.sentence())
        .isEqualTo("Amazon had capital expenditures of $43.2 billion, up 78%.");
    assertThat(alert.facts())
        .extracting(MatchedFact::words)
        .containsExactly("Amazon capex 2026Q1: $43.2B, up 78% YoY");
    assertThat(alert.predicates()).containsExactly("amazon", "metric:capex value:>40B");
    assertThat(alert.confidence()).isEqualTo(0.9);
    assertThat(alert.title()).isEqualTo("Amazon spends more");
    assertThat(alert.url()).isEqualTo("https://example.org/a1");
    assertThat(alert.alertedAt()).isEqualTo(NOW);
  }

  @Test
  void givesTheSameNewsTheSameId() throws Exception {
    matcher.apply(List.of(SubscriptionChange.put(subscription("s", "metric:capex value:>40B"))));

    String id = match(amazon("a1")).getFirst().id();

    assertThat(match(amazon("a1")).getFirst().id()).isEqualTo(id).matches("[0-9a-f]{32}");
    assertThat(match(amazon("a2")).getFirst().id()).isNotEqualTo(id);
    assertThat(match(amazon("a2")).getFirst().factKeys())
        .isEqualTo(match(amazon("a1")).getFirst().factKeys());
  }

  @Test
  void tellsNoFactsWhereNoneWereAskedFor() throws Exception {
    matcher.apply(List.of(SubscriptionChange.put(subscription("s", "expenditures"))));

    Alert alert = match(amazon("a1")).getFirst();

    assertThat(alert.facts()).isEmpty();
    assertThat(alert.confidence()).isEqualTo(1);
    assertThat(alert.sentence()).contains("capital expenditures");
  }

  @Test
  void goesOnWithTheOthersWhereAQueryIsBroken() throws Exception {
    matcher.apply(
        List.of(
            SubscriptionChange.put(subscription("bad", "metrik:capex")),
            SubscriptionChange.put(subscription("good", "amazon"))));

    assertThat(match(amazon("a1"))).extracting(Alert::subscriptionId).containsExactly("good");
    assertThat(matcher.broken().get("bad")).contains("did you mean metric:capex?");
    matcher.apply(List.of(SubscriptionChange.put(subscription("bad", "metric:capex"))));
    assertThat(matcher.broken()).isEmpty();
    assertThat(match(amazon("a1"))).hasSize(2);
  }

  @Test
  void followsChangesInTheirOrder() throws Exception {
    Subscription one = subscription("one", "amazon");
    matcher.apply(
        List.of(
            SubscriptionChange.put(one),
            SubscriptionChange.remove(one),
            SubscriptionChange.put(subscription("two", "amazon")),
            SubscriptionChange.ALL_READ));
    assertThat(match(amazon("a1"))).extracting(Alert::subscriptionId).containsExactly("two");

    matcher.apply(List.of(SubscriptionChange.remove(subscription("two", "amazon"))));
    assertThat(match(amazon("a1"))).isEmpty();
    assertThat(matcher.size()).isZero();
  }
}
