package io.chipwire.job.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorServerIT {

  private final MetricBoard board = MetricBoard.open();
  private final HttpClient client = HttpClient.newHttpClient();
  private MonitorServer server;

  @BeforeEach
  void start() throws IOException {
    HealthCheck health = HealthCheck.ofJob(board, Clock.systemUTC(), Duration.ofMinutes(1));
    server = MonitorServer.start(MonitorAddress.local(0), board, health);
  }

  @AfterEach
  void close() {
    server.close();
    board.close();
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    return client.send(
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void listensOnTheLoopbackAddressOnly() {
    assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void servesMetricsInThePrometheusFormat() throws Exception {
    Boards.add(board, Boards.source("fabs"), "looks", new SimpleCounter());
    HttpResponse<String> answer = send("GET", "/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body()).contains("chipwire_looks_total{");
  }

  @Test
  void tellsByTheStatusThatTheJobIsDown() throws Exception {
    assertThat(send("GET", "/health").statusCode()).isEqualTo(503);

    Boards.gauge(board, Boards.job(), "runningState", 1);
    HttpResponse<String> answer = send("GET", "/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body()).startsWith("{\"status\":\"up\",\"running\":true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "WRITE"})
  void answersNoOtherMethod(String method) throws Exception {
    HttpResponse<String> answer = send(method, "/metrics");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    HttpResponse<String> answer = send("HEAD", "/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/", "/metricsandmore", "/metrics/", "/health/../metrics", "/%2e%2e/etc/passwd"})
  void knowsNoOtherPath(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("expected /metrics or /health\n");
  }

  @Test
  void isNotKeptBusyByClientsThatDawdle() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
        slow.add(socket);
        socket.getOutputStream().write("GET /metrics HT".getBytes(StandardCharsets.US_ASCII));
      }

      assertThat(send("GET", "/health").statusCode()).isEqualTo(503);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void refusesARequestThatIsNone() throws Exception {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.getOutputStream().write("\0\1\2 \r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 400 ");
    }
    assertThat(send("GET", "/health").statusCode()).isEqualTo(503);
  }

  @Test
  void saysWhereItCannotListen() {
    int port = server.address().getPort();

    assertThatThrownBy(() -> MonitorServer.start(MonitorAddress.local(port), board, null))
        .isInstanceOf(IOException.class)
        .hasMessage("monitoring: cannot listen on 127.0.0.1:" + port + ": Address already in use");
    assertThatThrownBy(
            () -> MonitorServer.start(new MonitorAddress("nowhere.invalid", 0), board, null))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("monitoring: cannot listen on nowhere.invalid:0: ");
  }

  @Test
  void aReporterOfAClusterServesOnItsOwn() throws Exception {
    int port = server.address().getPort();
    server.close();
    Properties options = new Properties();
    options.setProperty("port", Integer.toString(port));
    MetricReporter reporter = new BoardReporterFactory().createMetricReporter(options);
    reporter.open(new MetricConfig());
    try {
      reporter.notifyOfAddedMetric(
          new SimpleCounter(), "looks", Boards.seen(Boards.source("fabs")));

      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
          .contains("chipwire_looks_total{");
    } finally {
      reporter.close();
    }
    assertThatThrownBy(() -> send("GET", "/metrics")).isInstanceOf(IOException.class);
  }

  @Test
  void aReporterNeedsAPort() {
    Properties options = new Properties();
    options.setProperty("port", "all");

    assertThatThrownBy(() -> new BoardReporterFactory().createMetricReporter(options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port all: expected a number, 0 for any");
  }
}
