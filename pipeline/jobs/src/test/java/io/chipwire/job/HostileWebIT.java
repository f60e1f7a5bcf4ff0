package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chipwire.address.AddressRange;
import io.chipwire.article.Rejection;
import io.chipwire.search.IndexFolder;
import io.chipwire.web.FetchPolicy;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WatchedSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live job among sites that mean it no good, and one honest article. */
@Timeout(120)
class HostileWebIT {

  private static final int MAX_BYTES = 1 << 20;
  private static final byte[] BLOCK = new byte[1 << 16];

  private static final String STORY =
      "Inventia sold more chips than it had said it would, and asked for more money for each. ";

  @TempDir Path folder;

  private HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      String path = exchange.getRequestURI().getPath();
      switch (path) {
        // Ten megabytes that allow what they begin with.
        case "/robots.txt" -> {
          exchange.sendResponseHeaders(200, 0);
          exchange
              .getResponseBody()
              .write("User-agent: *\nDisallow: /no\n".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 160; i++) {
            exchange.getResponseBody().write(BLOCK);
          }
        }
        case "/to-metadata" -> redirect(exchange, "http://169.254.169.254/latest/meta-data/");
        case "/to-loopback" -> redirect(exchange, "http://127.0.0.2:1/");
        case "/to-network" -> redirect(exchange, "http://[::ffff:10.0.0.1]/");
        case "/to-file" -> redirect(exchange, "file:///etc/passwd");
        case "/bomb" -> bomb(exchange);
        case "/ten-gigabytes" -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 10L << 30);
          while (true) {
            exchange.getResponseBody().write(BLOCK);
          }
        }
        case "/drip" -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          while (!over.await(50, TimeUnit.MILLISECONDS)) {
            out.write(' ');
            out.flush();
          }
        }
        case "/laughs.xml" ->
            text(
                exchange,
                "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;\">]>"
                    + "<rss version='2.0'><channel><title>&c;</title></channel></rss>");
        case "/entity.xml" ->
            text(
                exchange,
                "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                    + "<rss version='2.0'><channel><title>&a;</title></channel></rss>");
        case "/sitemap.xml" -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 1_600; i++) {
            exchange.getResponseBody().write(BLOCK);
          }
        }
        case "/list.txt" ->
            text(
                exchange,
                String.join(
                    "\n",
                    url("/to-metadata"),
                    url("/to-loopback"),
                    url("/to-network"),
                    url("/to-file"),
                    url("/bomb"),
                    url("/ten-gigabytes"),
                    url("/drip"),
                    url("/no"),
                    url("/good").replace("http:", "https:"), // speaks no TLS
                    url("/good")));
        default ->
            text(
                exchange,
                "<html><head><title>Inventia sells more</title></head><body><article><h1>Inventia sells more</h1><p>"
                    + STORY.repeat(8)
                    + "</p></article></body></html>");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private static void text(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** A hundred megabytes in a hundred kilobytes. */
  private static void bomb(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 1_600; i++) {
        gzip.write(BLOCK);
      }
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, packed.size());
    exchange.getResponseBody().write(packed.toByteArray());
  }

  private WatchedSource source(SourceKind kind, String path) {
    return new WatchedSource(
        path, kind, url(path), Duration.ofMillis(200), Duration.ofMillis(400), null, true);
  }

  @Test
  void refusesEachWithAReasonAndGoesOn() throws Exception {
    Path index = folder.resolve("index");
    LiveOptions options =
        new LiveOptions(
            index,
            List.of(
                source(SourceKind.LIST, "/list.txt"),
                source(SourceKind.FEED, "/laughs.xml"),
                source(SourceKind.FEED, "/entity.xml"),
                source(SourceKind.SITEMAP, "/sitemap.xml")),
            FetchPolicy.of("mailto:ops@example.com")
                .withLimits(MAX_BYTES, Duration.ofSeconds(2))
                .withAttempts(1, Duration.ofMillis(50))
                .withAllowed(List.of(new AddressRange("127.0.0.1"))),
            Duration.ofMillis(5),
            2,
            Duration.ofMillis(200));
    Live live = new Live(options, LiveProcess.stages(), LiveProgress.NONE);
    CompletableFuture<LiveReport> running = LiveRuns.start(live);
    Map<String, String> refused = Map.of();
    while (!running.isDone() && (refused.size() < 12 || IndexedArticles.texts(index).isEmpty())) {
      TimeUnit.MILLISECONDS.sleep(200);
      refused = new IndexFolder(index).exists() ? refused(index) : Map.of();
    }
    live.stop();
    running.get();

    assertThat(IndexedArticles.texts(index).keySet()).containsExactly(url("/good"));
    Map<String, String> expected = new TreeMap<>();
    expected.put("/laughs.xml", "WATCH MALFORMED");
    expected.put("/entity.xml", "WATCH MALFORMED");
    expected.put("/sitemap.xml", "WATCH TOO_LARGE");
    expected.put("/to-metadata", "FETCH FORBIDDEN_ADDRESS");
    expected.put("/to-loopback", "FETCH FORBIDDEN_ADDRESS");
    expected.put("/to-network", "FETCH FORBIDDEN_ADDRESS");
    expected.put("/to-file", "FETCH HTTP_STATUS");
    expected.put("/bomb", "FETCH TOO_LARGE");
    expected.put("/ten-gigabytes", "FETCH TOO_LARGE");
    expected.put("/drip", "FETCH TIMEOUT");
    expected.put("/no", "FETCH DISALLOWED");
    expected.put("/good", "FETCH DISALLOWED");
    assertThat(refused).isEqualTo(expected);
    for (Rejection rejection : rejections(index)) {
      assertThat(rejection.message()).doesNotContain("root:");
    }
  }

  /** Stage and reason, by path. */
  private static Map<String, String> refused(Path index) throws IOException {
    Map<String, String> refused = new TreeMap<>();
    for (Rejection rejection : rejections(index)) {
      refused.put(
          rejection.source().replaceFirst("^https?://[^/]+", ""),
          rejection.stage() + " " + rejection.reason());
    }
    return refused;
  }

  private static List<Rejection> rejections(Path index) throws IOException {
    List<Rejection> rejections = new ArrayList<>();
    if (Files.exists(index)) {
      DeadLetters.of(index).forEach(rejections::add, message -> {});
    }
    return rejections;
  }
}
