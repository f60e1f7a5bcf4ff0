package io.chipwire.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Receives webhooks on this machine and counts them by id. */
final class Endpoint implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
  private final Behaviour behaviour;
  private volatile @Nullable Received last;

  /** What was posted. */
  record Received(Map<String, List<String>> headers, String body) {}

  /** What it answers. */
  interface Behaviour {

    /**
     * The status.
     *
     * @param number of the request, from 1
     */
    int answer(int number, HttpExchange exchange) throws InterruptedException;

    /** Always that status. */
    static Behaviour status(int status) {
      return (number, exchange) -> status;
    }

    /** A delivery, after some time. */
    static Behaviour slow(long millis) {
      return (number, exchange) -> {
        TimeUnit.MILLISECONDS.sleep(millis);
        return 200;
      };
    }

    /** 429 for so many messages, once each, asking for a second; then deliveries. */
    static Behaviour busy(int messages) {
      Set<String> turnedAway = ConcurrentHashMap.newKeySet();
      return (number, exchange) -> {
        exchange.getResponseHeaders().set("Retry-After", "1");
        boolean busy =
            number <= messages
                && turnedAway.add(exchange.getRequestHeaders().getFirst("webhook-id"));
        return busy ? 429 : 200;
      };
    }
  }

  Endpoint(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int status = behaviour.answer(requests.incrementAndGet(), exchange);
      if (status == 200) {
        // Counted before the answer: what a receiver has, it has, whoever hears of it.
        last = new Received(Map.copyOf(exchange.getRequestHeaders()), body);
        accepted.merge(exchange.getRequestHeaders().getFirst("webhook-id"), 1, Integer::sum);
      }
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** How often each id was accepted. */
  Map<String, Integer> accepted() {
    return accepted;
  }

  /** What was accepted last, or null. */
  @Nullable Received last() {
    return last;
  }

  /** How many requests there were. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
