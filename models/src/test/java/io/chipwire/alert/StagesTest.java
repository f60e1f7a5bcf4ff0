package io.chipwire.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.query.FactKind;
import io.chipwire.story.Fingerprint;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StagesTest {

  private static final Instant NOW = Instant.parse("2026-05-06T10:20:00Z");

  private final RememberedHistory history = new RememberedHistory();

  private static Subscription subscription(
      @Nullable Quota quota, double confidence, boolean repeats) {
    return new Subscription(
        "s",
        "s",
        "q",
        "ann",
        List.of(),
        Delivery.INSTANT,
        quota,
        confidence,
        repeats,
        false,
        null,
        NOW,
        1);
  }

  private static Alert alert(String article, @Nullable String story, String... keys) {
    List<MatchedFact> facts =
        Stream.of(keys).map(key -> new MatchedFact(FactKind.FIGURE, key, "", "", 0.6)).toList();
    return new Alert(
        article, "s", "s", article, null, null, null, "", facts, List.of(), 0.6, story, null, null,
        NOW, NOW);
  }

  private @Nullable Suppression tell(Alert alert, Subscription subscription) {
    Suppression reason = Stages.check(alert, subscription, history);
    if (reason == null) {
      history.remember(alert);
    }
    return reason;
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
    return Base64.getEncoder()
        .encodeToString(Fingerprint.of(text.toString()).orElseThrow().bytes());
  }

  @Test
  void tellsOnlyWhatIsSureEnough() {
    assertThat(tell(alert("a", null, "k"), subscription(null, 0.7, false)))
        .isEqualTo(Suppression.BELOW_CONFIDENCE);
    assertThat(tell(alert("a", null, "k"), subscription(null, 0.6, false))).isNull();
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
