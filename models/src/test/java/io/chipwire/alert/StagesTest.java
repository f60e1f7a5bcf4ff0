package io.chipwire.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.query.FactKind;
import io.chipwire.story.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StagesTest {

  private static final Instant NOW = Instant.parse("2026-05-06T10:20:00Z");

  private final RememberedHistory history = new RememberedHistory();

  private static Subscription subscription(Rules rules) {
    return new Subscription("s", "s", "q", "ann", List.of(), rules, false, null, NOW, 1);
  }

  private static Subscription subscription(
      @Nullable Quota quota, double confidence, boolean repeats) {
    return subscription(new Rules(Delivery.INSTANT, quota, confidence, 1, repeats));
  }

  private static Alert alert(String article, @Nullable String story, String... keys) {
    List<MatchedFact> facts =
        Stream.of(keys).map(key -> new MatchedFact(FactKind.FIGURE, key, "", "", 0.6)).toList();
    return new Alert(
        article, "s", "s", article, null, null, null, "", facts, List.of(), 0.6, List.of(), story,
        null, null, NOW, NOW);
  }

  private @Nullable Suppression tell(Alert alert, Subscription subscription) {
    Judgement judgement = Stages.judge(alert, subscription, history);
    history.remember(judgement);
    return judgement.suppression();
  }

  @Test
  void tellsAFactOnceAndARevisionAgain() {
    Subscription subscription = subscription(null, 0, false);
    assertThat(tell(alert("a", null, "k1"), subscription)).isNull();
    assertThat(tell(alert("b", null, "k1"), subscription)).isEqualTo(Suppression.KNOWN_FACT);
    assertThat(tell(alert("c", null, "k1", "k2"), subscription)).isNull();
    assertThat(tell(alert("d", null, "k1"), subscription(null, 0, true))).isNull();
  }

  @Test
  void tellsAStoryOnceThoughOtherOutletsCopyIt() {
    Subscription subscription = subscription(null, 0, false);
    String story = story("Memory makers raise their prices again because demand holds. ");
    String other = story("A foundry in Arizona opens two years late and costs more. ");
    assertThat(tell(alert("a", story), subscription)).isNull();
    assertThat(tell(alert("b", story), subscription)).isEqualTo(Suppression.COPY);
    assertThat(tell(alert("c", other), subscription)).isNull();
    assertThat(tell(alert("a", null), subscription)).isEqualTo(Suppression.COPY);
    assertThat(tell(alert("d", story, "new fact"), subscription)).isNull();
  }

  private static String story(String sentence) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      text.append(sentence).append(sentence.length() * i).append(' ');
    }
    return Fingerprint.of(text.toString()).orElseThrow().base64();
  }

  @Test
  void tellsOnlyWhatIsSureEnough() {
    assertThat(tell(alert("a", null, "k"), subscription(null, 0.7, false)))
        .isEqualTo(Suppression.BELOW_CONFIDENCE);
    assertThat(tell(alert("a", null, "k"), subscription(null, 0.6, false))).isNull();
  }

  private static Subscription corroborated(int outlets, double confidence, boolean repeats) {
    return subscription(new Rules(Delivery.INSTANT, null, confidence, outlets, repeats));
  }

  private static Alert from(
      @Nullable String publisher, String url, @Nullable String story, MatchedFact... facts) {
    return new Alert(
        url,
        "s",
        "s",
        url,
        null,
        url,
        publisher,
        "",
        List.of(facts),
        List.of(),
        1,
        List.of(),
        story,
        null,
        null,
        NOW,
        NOW);
  }

  private static MatchedFact fact(String key, double confidence) {
    return new MatchedFact(FactKind.FIGURE, key, "", "", confidence);
  }

  private Judgement judge(Alert alert, Subscription subscription) {
    Judgement judgement = Stages.judge(alert, subscription, history);
    history.remember(judgement);
    return judgement;
  }

  @Test
  void tellsAFactOnceEnoughIndependentOutletsStateIt() {
    Subscription three = corroborated(3, 0, false);
    MatchedFact fact = fact("k", 1);
    Judgement first = judge(from("The Fab Gazette", "https://fab.example/1", null, fact), three);
    assertThat(first.suppression()).isEqualTo(Suppression.UNCORROBORATED);
    assertThat(first.alert().origins()).containsExactly("The Fab Gazette");

    Judgement again = judge(from("the fab gazette", "https://fab.example/2", null, fact), three);
    assertThat(again.suppression()).isEqualTo(Suppression.UNCORROBORATED);
    assertThat(again.corroborated()).isEmpty();

    Judgement second = judge(from(null, "https://www.wafer.example/a", null, fact), three);
    assertThat(second.suppression()).isEqualTo(Suppression.UNCORROBORATED);
    assertThat(second.alert().corroboration()).isEqualTo(2);

    Judgement third = judge(from("Die Post", "https://die.example/x", null, fact), three);
    assertThat(third.suppression()).isNull();
    assertThat(third.alert().origins())
        .containsExactly("The Fab Gazette", "wafer.example", "Die Post");
    assertThat(judge(from("Yield", "https://yield.example/", null, fact), three).suppression())
        .isEqualTo(Suppression.KNOWN_FACT);
  }

  @Test
  void countsCopiesAndOutletsThatAreNotKnownAsOne() {
    Subscription two = corroborated(2, 0, false);
    String story = story("Memory makers raise their prices again because demand holds. ");
    MatchedFact fact = fact("k", 1);
    assertThat(judge(from("A", "https://a.example/1", story, fact), two).suppression())
        .isEqualTo(Suppression.UNCORROBORATED);
    assertThat(judge(from("B", "https://b.example/1", story, fact), two).suppression())
        .isEqualTo(Suppression.UNCORROBORATED);
    assertThat(judge(from("C", "https://a.example/2", null, fact), two).suppression())
        .as("the same site under another name")
        .isEqualTo(Suppression.UNCORROBORATED);

    MatchedFact other = fact("other", 1);
    assertThat(judge(from(null, "not an address", null, other), two).suppression())
        .isEqualTo(Suppression.UNCORROBORATED);
    assertThat(judge(from(null, "file:///tmp/x", null, other), two).suppression())
        .isEqualTo(Suppression.UNCORROBORATED);
    assertThat(judge(from("A", "https://a.example/3", null, other), two).suppression()).isNull();
  }

  @Test
  void corroboratesOnlyWhatIsSureAndNew() {
    Subscription two = corroborated(2, 0.5, false);
    judge(from("A", "https://a.example/1", null, fact("k", 0.4), fact("other", 1)), two);
    assertThat(judge(from("B", "https://b.example/1", null, fact("k", 1)), two).suppression())
        .as("what A said was not sure")
        .isEqualTo(Suppression.UNCORROBORATED);
    assertThat(judge(from("C", "https://c.example/1", null, fact("k", 1)), two).suppression())
        .isNull();

    Judgement beside =
        judge(from("D", "https://d.example/1", null, fact("k", 1), fact("new", 1)), two);
    assertThat(beside.suppression())
        .as("what was told does not help what is new beside it")
        .isEqualTo(Suppression.UNCORROBORATED);
    assertThat(
            judge(from("E", "https://e.example/1", null, fact("k", 1)), corroborated(2, 0.5, true))
                .suppression())
        .isNull();
  }

  @Test
  void refusesRulesOutOfBounds() {
    assertThatThrownBy(() -> new Rules(Delivery.INSTANT, null, 1.5, 1, false))
        .hasMessage("minimum confidence 1.5: expected 0 to 1");
    assertThatThrownBy(() -> new Rules(Delivery.INSTANT, null, Double.NaN, 1, false))
        .hasMessage("minimum confidence NaN: expected 0 to 1");
    assertThatThrownBy(() -> new Rules(Delivery.INSTANT, null, 0, 0, false))
        .hasMessage("minimum corroboration 0: expected 1 to 100");
  }

  @Test
  void tellsNoMoreThanTheQuota() {
    Subscription subscription = subscription(new Quota(1, Quota.Period.WEEK), 0, false);
    assertThat(tell(alert("a", null, "k1"), subscription)).isNull();
    assertThat(tell(alert("b", null, "k2"), subscription)).isEqualTo(Suppression.THROTTLED);
  }

  @Test
  void knowsTheCalendar() {
    assertThat(Quota.Period.WEEK.start(NOW)).isEqualTo("2026-05-04T00:00:00Z");
    assertThat(Quota.Period.DAY.start(NOW)).isEqualTo("2026-05-06T00:00:00Z");
    assertThat(Delivery.HOURLY.due(NOW)).isEqualTo("2026-05-06T11:00:00Z");
    assertThat(Delivery.DAILY.due(NOW)).isEqualTo("2026-05-07T00:00:00Z");
    assertThat(Delivery.INSTANT.due(NOW)).isEqualTo(NOW);
    assertThat(Quota.parse("10/day")).isEqualTo(new Quota(10, Quota.Period.DAY));
    assertThatThrownBy(() -> Quota.parse("0/day"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("quota \"0/day\": expected N/hour, N/day or N/week");
  }

  @Test
  void showsNoSecretsOfAChannel() {
    Channel channel =
        new Channel(
            "c", ChannelKind.WEBHOOK, "https://hooks.example:8443/T1/hush", "whsec_x", null);
    assertThat(channel.shown()).isEqualTo("webhook:https://hooks.example:8443/…");
    assertThat(channel.toString()).doesNotContain("hush").doesNotContain("whsec");
  }
}
