package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.store.AlertStore;
import io.chipwire.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesCommandTest {

  @TempDir private Path folder;

  private Run run(String... words) {
    String store = folder.resolve("alerts.db").toString();
    return Run.of(
        Stream.concat(Stream.of(words), Stream.of("--store", store)).toArray(String[]::new));
  }

  private String put(String article) {
    AlertStore open =
        AlertStore.open(
            StoreLocation.of(folder.resolve("alerts.db").toString()),
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString());
    Subscription subscription = open.subscriptions().find("ann", "memory").orElseThrow();
    var alert = TestAlerts.alert(subscription, article, Instant.now());
    assertThat(open.outbox().put(List.of(alert))).isEqualTo(1);
    return alert.id();
  }

  @Test
  void listsRetriesAndReplays() throws Exception {
    try (Endpoint one = new Endpoint(Endpoint.Behaviour.status(200))) {
      run("watch", "add", "memory", "memory", "--owner", "ann", "--webhook", one.url());
      String id = put("a1");
      assertThat(run("deliveries", "list").out())
          .matches(
              "(?s)waiting    %s  webhook:http://127\\.0\\.0\\.1:\\d+/…  due \\S+Z\\R".formatted(id)
                  + " {11}memory: Memory <sells>\\s+");
      run("notify", "--once"); // a private address, and not allowed

      Run list = run("deliveries", "list", "--state", "dead", "--json");
      JsonNode dead = ExtractionJson.mapper().readTree(list.out());
      assertThat(dead.at("/messageId").asText()).isEqualTo(id);
      assertThat(dead.at("/receiver").asText()).startsWith("webhook:http://127.0.0.1:");
      assertThat(dead.at("/attempts/0/outcome").asText()).isEqualTo("dead");
      assertThat(dead.at("/attempts/0/detail").asText()).contains("address is private");
      assertThat(list.out()).doesNotContain("/hook");

      assertThat(run("deliveries", "retry", id).out())
          .isEqualToNormalizingNewlines("1 message will be sent again\n");
      assertThat(run("notify", "--once", "--allow-private").code()).isZero();
      assertThat(one.accepted()).containsEntry(id, 1);
      assertThat(run("deliveries", "replay", "--since", "1h", "--channel", "webhook").code())
          .isZero();
      run("notify", "--once", "--allow-private");
      assertThat(one.accepted()).containsEntry(id, 2);
      assertThat(run("deliveries", "list", "--channel", "email").out())
          .isEqualToNormalizingNewlines("no such deliveries\n");
    }
  }

  @Test
  void saysWhatCannotBe() {
    Run nothing = run("deliveries", "retry", "--all");
    assertThat(nothing.code()).isEqualTo(1);
    assertThat(nothing.err()).contains("no such dead messages to a channel that is on");
    assertThat(run("deliveries", "retry").err())
        .contains("expected either ids of messages or --all");
    assertThat(run("deliveries", "replay").err()).contains("--since");
    assertThat(run("deliveries", "replay", "--since", "soon").err())
        .contains("since \"soon\": expected such as 8h, 3d");
    assertThat(run("deliveries", "list", "--state", "lost").code()).isEqualTo(2);
    assertThat(run("deliveries", "list", "--subscription", "none").err()).contains("there is none");
    assertThat(run("deliveries").code()).isEqualTo(2);
  }
}
