package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.store.AlertStore;
import io.chipwire.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchEditCommandTest {

  @TempDir private Path folder;
  private String store = "";

  @BeforeEach
  void add() {
    store = folder.resolve("alerts.db").toString();
    watch(
        "add",
        "capex",
        "metric:capex",
        "--webhook",
        "https://hooks.example/hush",
        "--email",
        "ann@example.org",
        "--at-most",
        "3/day",
        "--repeats");
  }

  private Run watch(String command, String... more) {
    return Run.of(
        Stream.concat(
                Stream.of("watch", command, "--store", store, "--owner", "ann"), Stream.of(more))
            .toArray(String[]::new));
  }

  private Subscription stored(String name) {
    return AlertStore.open(
            StoreLocation.of(store), Clock.systemUTC(), () -> UUID.randomUUID().toString())
        .subscriptions()
        .find("ann", name)
        .orElseThrow();
  }

  @Test
  void changesWhatIsNamedAndLeavesTheRest() {
    Subscription before = stored("capex");

    Run run =
        watch(
            "edit",
            "capex",
            "--name",
            "spending",
            "--query",
            "metric:capex value:>50B",
            "--delivery",
            "hourly",
            "--at-most",
            "none",
            "--min-confidence",
            "0.8",
            "--min-corroboration",
            "2",
            "--no-repeats",
            "--slack",
            "https://hooks.slack.example/services/T1/hush",
            "--remove",
            "ann@example.org");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            "now spending: metric:capex value:>50B (hourly, confidence 0.8 or more, stated"
                + " by 2 outlets or more; webhook:https://hooks.example/…, slack:https://hooks.slack.example/…)\n");
    Subscription after = stored("spending");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(after.rules().delivery()).isEqualTo(Delivery.HOURLY);
    assertThat(after.rules().quota()).isNull();
    assertThat(after.rules().repeats()).isFalse();
    assertThat(after.channels().getFirst()).isEqualTo(before.channels().getFirst());

    assertThat(watch("edit", "spending", "--min-confidence", "0", "--repeats").code()).isZero();
    assertThat(stored("spending").rules().repeats()).isTrue();
    assertThat(stored("spending").rules().delivery()).isEqualTo(Delivery.HOURLY);
  }

  @Test
  void refusesWhatCannotBe() {
    watch("add", "other", "metric:revenue");
    assertThat(watch("edit", "capex", "--query", "metrik:capex").err())
        .contains("did you mean metric:capex?");
    assertThat(watch("edit", "capex", "--name", "other").err())
        .contains("subscription \"other\" of ann is there already");
    assertThat(watch("edit", "capex", "--remove", "bob@example.org").err())
        .contains("channel \"bob@example.org\": capex has none of that id, URL or address");
    Run none = watch("edit", "none", "--repeats");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("subscription \"none\" of ann: there is none");
    assertThat(stored("capex").query()).isEqualTo("metric:capex");
  }

  @Test
  void makesNewSecretsAndShowsThemOnce() throws Exception {
    String former = secret();

    Run run = watch("edit", "capex", "--new-secret", "--new-feed-secret", "--json");

    JsonNode object = ExtractionJson.mapper().readTree(run.out());
    String shown = object.at("/webhookSecrets/0").asText();
    assertThat(object.at("/feed").asText()).matches("/feeds/[A-Za-z0-9_-]{22}");
    assertThat(secret()).isEqualTo(shown + " " + former); // both sign for a day
    assertThat(watch("show", "capex").out()).doesNotContain("whsec_").doesNotContain("/feeds/");
  }

  private String secret() {
    return stored("capex").channels().stream()
        .filter(channel -> channel.kind() == ChannelKind.WEBHOOK)
        .map(Channel::secret)
        .map(String::valueOf)
        .findFirst()
        .orElseThrow();
  }
}
