package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.extraction.ExtractionJson;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {

  @TempDir private Path folder;
  private String store = "";

  @BeforeEach
  void nameTheStore() {
    store = folder.resolve("alerts.db").toString();
  }

  private Run add(String name, String query, String... more) {
    String[] words = {"watch", "add", "--store", store, "--owner", "ann", name, query};
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Run.of(all);
  }

  @Test
  void storesAQueryAndShowsTheWebhooksSecretOnceOnly() throws Exception {
    Run added =
        add(
            "capex",
            "metric:capex value:>40B",
            "--webhook",
            "https://hooks.example/T123/hush",
            "--email",
            "ann@example.org",
            "--delivery",
            "daily",
            "--at-most",
            "10/day",
            "--min-corroboration",
            "2");
    assertThat(added.err()).isEmpty();
    assertThat(added.code()).isZero();
    assertThat(added.lines().getFirst())
        .isEqualTo(
            "added capex: metric:capex value:>40B (daily, at most 10/day, stated by 2"
                + " outlets or more; webhook:https://hooks.example/…, email:ann@example.org)");
    assertThat(added.lines().get(1))
        .matches("the webhook's secret, shown this once: whsec_[A-Za-z0-9+/]{32}");
    assertThat(added.lines().get(2))
        .matches("its feeds in `chipwire serve`, .*: /feeds/[A-Za-z0-9_-]{22}.atom, .json");

    Run list = Run.of("watch", "list", "--store", store, "--json");
    assertThat(list.out()).doesNotContain("whsec_").doesNotContain("hush");
    JsonNode one = ExtractionJson.mapper().readTree(list.out()).get(0);
    assertThat(one.get("name").asText()).isEqualTo("capex");
    assertThat(one.get("delivery").asText()).isEqualTo("daily");
    assertThat(one.get("minimumCorroboration").asInt()).isEqualTo(2);
    assertThat(one.get("channels")).hasSize(2);
    assertThat(one.at("/channels/0/kind").asText()).isEqualTo("webhook");
    assertThat(one.get("broken").isNull()).isTrue();
    Run show = Run.of("watch", "show", "--store", store, "--owner", "ann", "capex");
    assertThat(show.out())
        .contains("no alerts yet")
        .doesNotContain("whsec_")
        .doesNotContain("hush");
  }

  @Test
  void refusesABrokenQueryAndSaysWhereAndWhatWasMeant() {
    Run run = add("capex", "metrik:capex");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("chipwire watch add: query at 0: found \"metrik:\"")
        .contains("did you mean metric:capex?");
    assertThat(Run.of("watch", "list", "--store", store).out()).startsWith("no subscriptions in ");
  }

  @Test
  void refusesAQueryThatEveryArticleMeets() {
    assertThat(add("all", "*").err())
        .isEqualToIgnoringNewLines(
            "chipwire watch add: query \"*\": would tell of nearly every article; expected a word, a"
                + " name, a property or a quantity that is not negated");
    assertThat(add("all", "-rumor").code()).isEqualTo(2);
  }

  @Test
  void refusesToWaitForOutletsWhereTheQueryAsksForNoFact() {
    assertThat(add("words", "trainium", "--min-corroboration", "2").err())
        .contains(
            "query \"trainium\": asks for no fact that 2 outlets could state; expected a condition"
                + " such as metric:, value: or kind:");
    assertThat(add("capex", "metric:capex", "--min-corroboration", "0").err())
        .contains("minimum corroboration 0: expected 1 to 100");
    assertThat(add("words", "trainium").code()).isZero();
    assertThat(
            Run.of(
                    "watch",
                    "edit",
                    "words",
                    "--store",
                    store,
                    "--owner",
                    "ann",
                    "--min-corroboration",
                    "3")
                .err())
        .contains("asks for no fact that 3 outlets could state");
  }

  @Test
  void refusesASecondOneOfTheSameName() {
    assertThat(add("capex", "metric:capex").code()).isZero();
    Run run = add("capex", "metric:revenue");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("subscription \"capex\" of ann is there already");
  }

  @Test
  void refusesReceiversThatAreNone() {
    assertThat(add("a", "x", "--webhook", "ftp://x.example/").err())
        .contains("webhook \"ftp://x.example/\": expected https://HOST/…");
    assertThat(add("a", "x", "--email", "ann").err())
        .contains("e-mail address \"ann\": expected NAME@HOST");
    assertThat(add("a", "x", "--at-most", "ten").err())
        .contains("quota \"ten\": expected N/hour, N/day or N/week");
  }

  @Test
  void pausesMutesResumesAndRemoves() {
    add("capex", "metric:capex");
    assertThat(change("pause").out()).isEqualToNormalizingNewlines("paused capex\n");
    assertThat(Run.of("watch", "list", "--store", store).out()).contains("paused");
    assertThat(change("resume").code()).isZero();
    assertThat(change("mute", "--for", "3d").out()).matches("(?s)muted until \\S+Z capex\\s+");
    assertThat(change("mute", "--for", "long").err()).contains("time \"long\": expected");
    assertThat(change("rm").code()).isZero();
    Run gone = change("rm");
    assertThat(gone.code()).isEqualTo(2);
    assertThat(gone.err()).contains("subscription \"capex\" of ann: there is none");
  }

  private Run change(String command, String... more) {
    String[] words = {"watch", command, "--store", store, "--owner", "ann", "capex"};
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Run.of(all);
  }

  @Test
  void refusesAStoreThatIsNone() {
    Run run = Run.of("watch", "list", "--store", "jdbc:mysql://ann:hush@db/x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("expected a file").doesNotContain("hush");
  }
}
