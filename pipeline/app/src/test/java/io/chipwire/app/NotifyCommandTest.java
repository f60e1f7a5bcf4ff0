package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.chipwire.alert.Alert;
import io.chipwire.alert.Subscription;
import io.chipwire.store.AlertStore;
import io.chipwire.store.StoreLocation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyCommandTest {

  @TempDir private Path folder;
  private HttpServer server;
  private final List<String> received = new CopyOnWriteArrayList<>();
  private String store = "";

  @BeforeEach
  void start() throws Exception {
    store = folder.resolve("alerts.db").toString();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.add(exchange.getRequestHeaders().getFirst("webhook-id"));
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    Run.of(
        "watch",
        "add",
        "--store",
        store,
        "--owner",
        "ann",
        "memory",
        "memory",
        "--webhook",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Alert put(String article) {
    AlertStore open =
        AlertStore.open(
            StoreLocation.of(store), Clock.systemUTC(), () -> UUID.randomUUID().toString());
    Subscription subscription = open.subscriptions().find("ann", "memory").orElseThrow();
    Instant now = Instant.now();
    Alert alert =
        new Alert(
            Alert.id(subscription.id(), article, List.of()),
            subscription.id(),
            "memory",
            article,
            "Memory sells",
            null,
            null,
            "Memory sells well.",
            List.of(),
            List.of("memory"),
            1,
            List.of(),
            null,
            null,
            null,
            now,
            now);
    assertThat(open.outbox().put(List.of(alert))).isEqualTo(1);
    return alert;
  }

  @Test
  void deliversWhatIsDueOnce() {
    Alert one = put("a1");
    Alert two = put("a2");

    Run run = Run.of("notify", "--store", store, "--once", "--allow-private");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).matches("delivered +2");
    assertThat(received).containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(Run.of("notify", "--store", store, "--once", "--allow-private").lines().getFirst())
        .matches("delivered +0");
    assertThat(received).hasSize(2);
  }

  @Test
  void postsToNoPrivateAddressUnlessAllowed() {
    put("a1");

    Run run = Run.of("notify", "--store", store, "--once");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines().get(2)).matches("dead +1");
    assertThat(received).isEmpty();
  }

  @Test
  void refusesAMailServerWithAPasswordInItsUrl() {
    Run run =
        Run.of("notify", "--store", store, "--once", "--smtp", "smtp://ann:hush@mail.example");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("mail server: expected smtp://").doesNotContain("hush");
  }
}
