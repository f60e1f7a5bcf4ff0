package io.chipwire.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A news site on 127.0.0.1 with a feed that has an ETag, and a robots.txt. Its articles are
 * invented. Remembers what it was asked for.
 */
final class NewsSite implements AutoCloseable {

  /** A request, and how it was answered. */
  record Asked(String path, int status) {}

  /** An hour ago: news. */
  private static final Instant PUBLISHED =
      Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

  private record Story(String title, String text, String updated) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Story> stories = new ConcurrentSkipListMap<>();
  private final Set<String> withheld = ConcurrentHashMap.newKeySet();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  NewsSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Publishes or changes a story. */
  void publish(String path, String title, String text, String updated) {
    stories.put(path, new Story(title, text, updated));
  }

  /** Answers 404 for a story, though the feed has it; or no longer. */
  void withhold(String path, boolean withheld) {
    if (withheld) {
      this.withheld.add(path);
    } else {
      this.withheld.remove(path);
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  long timesAsked(String path) {
    return asked.stream().filter(request -> request.path().equals(path)).count();
  }

  long timesAnswered(String path, int status) {
    return asked.stream().filter(request -> request.equals(new Asked(path, status))).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/robots.txt" -> answer(exchange, "text/plain", "User-agent: *\nDisallow: /private\n");
      case "/feed" -> feed(exchange);
      default -> {
        Story story = stories.get(path);
        if (story == null || withheld.contains(path)) {
          answer(exchange, 404, "text/html", "<p>not here</p>");
        } else {
          answer(exchange, "text/html;charset=utf-8", page(story));
        }
      }
    }
    exchange.close();
  }

  private void feed(HttpExchange exchange) throws IOException {
    StringBuilder feed =
        new StringBuilder(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Invented</title><id>urn:x</id>");
    stories.forEach(
        (path, story) ->
            feed.append(
                "<entry><id>%s</id><title>%s</title><link href=\"%s\"/><updated>%s</updated></entry>"
                    .formatted(path, story.title, url(path), story.updated)));
    feed.append("</feed>");
    String etag = "\"" + stories.hashCode() + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      answer(exchange, 304, "application/atom+xml", "");
    } else {
      answer(exchange, "application/atom+xml", feed.toString());
    }
  }

  private static String page(Story story) {
    return """
    <!DOCTYPE html><html lang="en"><head><title>%1$s</title>
    <meta property="og:type" content="article"><meta property="og:title" content="%1$s">
    <meta property="article:published_time" content="%3$s"></head>
    <body><article><h1>%1$s</h1><p>%2$s</p></article></body></html>
    """
        .formatted(story.title, story.text.replace("\n\n", "</p><p>"), PUBLISHED);
  }

  private void answer(HttpExchange exchange, String type, String body) throws IOException {
    answer(exchange, 200, type, body);
  }

  private void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    asked.add(new Asked(exchange.getRequestURI().getPath(), status));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
