package io.chipwire.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A gate before a handler that a test holds. */
class GateIT {

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  @Test
  void tellsWhoFindsNoPlaceToComeBack() throws Exception {
    Gate gate = new Gate("questions", 1, Duration.ZERO);
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.get(
                      "/api/held",
                      gate.guard(
                          context -> {
                            entered.countDown();
                            leave.await();
                          }));
                  config.routes.get(
                      "/api/broken",
                      gate.guard(
                          context -> {
                            throw new IllegalStateException("broken on purpose");
                          }));
                  Problems.define(config.routes);
                })
            .start("127.0.0.1", 0);
    try (HttpClient client = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> first =
          client.sendAsync(request(server, "/api/held"), BodyHandlers.ofString());
      entered.await();
      assertThat(gate.inside()).isEqualTo(1);

      HttpResponse<String> second =
          client.send(request(server, "/api/held"), BodyHandlers.ofString());
      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(second.headers().firstValue("Retry-After")).contains("1");
      assertThat(second.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(second.body()).contains("1 questions at work already");

      leave.countDown();
      assertThat(first.get().statusCode()).isEqualTo(200);
      for (int i = 0; i < 3; i++) {
        assertThat(
                client.send(request(server, "/api/broken"), BodyHandlers.ofString()).statusCode())
            .as("a place is given back after a failure, too")
            .isEqualTo(500);
      }
      assertThat(gate.inside()).isZero();
    } finally {
      leave.countDown();
      server.stop();
    }
  }

  private static HttpRequest request(Javalin server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build();
  }
}
