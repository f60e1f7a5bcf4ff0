package io.chipwire.job.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves {@code /metrics} in Prometheus's text format and {@code /health} as JSON, for GET and
 * HEAD. There is nothing to write and nothing secret, so that it needs neither login nor a check of
 * names.
 *
 * <p>The JVM's options bound how many connections there may be and how long a request may take to
 * come in: a client that dawdles holds a thread, and keeps nobody else waiting. Health answers 503
 * if the job is down, else 200.
 */
final class MonitorServer implements AutoCloseable {

  private record Answer(int status, String type, byte[] body) {

    static Answer text(int status, String text) {
      return new Answer(
          status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("monitor-", 0).factory());
  private final MetricBoard board;
  private final HealthCheck health;

  private MonitorServer(HttpServer server, MetricBoard board, HealthCheck health) {
    this.server = server;
    this.board = board;
    this.health = health;
  }

  /**
   * Listens until it is closed.
   *
   * @throws IOException if it cannot listen there; the message says where
   */
  static MonitorServer start(MonitorAddress address, MetricBoard board, HealthCheck health)
      throws IOException {
    HttpServer server;
    InetSocketAddress socket = address.socket();
    try {
      server = HttpServer.create(socket, 0);
    } catch (IOException | RuntimeException e) { // an unknown name is one of the latter
      throw new IOException(
          "monitoring: cannot listen on %s:%d: %s"
              .formatted(address.host(), address.port(), e.getMessage()),
          e);
    }
    MonitorServer monitor = new MonitorServer(server, board, health);
    server.setExecutor(monitor.threads);
    server.createContext("/", monitor::handle);
    server.start();
    return monitor;
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      exchange.getResponseHeaders().set("Content-Type", answer.type);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(answer.status, -1);
      } else {
        exchange.sendResponseHeaders(answer.status, answer.body.length);
        exchange.getResponseBody().write(answer.body);
      }
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return Answer.text(405, "expected GET or HEAD");
    }
    return switch (String.valueOf(exchange.getRequestURI().getPath())) {
      case "/metrics" -> metrics();
      case "/health" -> health();
      default -> Answer.text(404, "expected /metrics or /health");
    };
  }

  private Answer metrics() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    Exposition.write(board.measures(), out);
    return new Answer(200, Exposition.CONTENT_TYPE, out.toByteArray());
  }

  private Answer health() throws IOException {
    Health now = health.now();
    return new Answer(
        now.status() == Health.Status.DOWN ? 503 : 200,
        "application/json",
        HealthJson.of(now).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
