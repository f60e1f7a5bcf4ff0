package io.chipwire.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.search.ArticleIndex;
import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser of good will sends: an answer or a 4xx, and the server goes on. */
@Timeout(60)
class HostileRequestsIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static @Nullable ArticleIndex index;
  private static @Nullable SearchServer server;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    IndexFolder at = new IndexFolder(folder.resolve("index"));
    SampleIndex.write(at);
    index = ArticleIndex.open(at, Clock.systemUTC());
    server = SearchServer.start(index, "127.0.0.1", 0, List.of("wire.example"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    index.close();
  }

  @AfterEach
  void goesOn() throws Exception {
    assertThat(status("/health")).isEqualTo(200);
  }

  private static int status(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What the server says to these very bytes, up to its closing of the connection. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      try {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      } catch (SocketException e) {
        // It has heard enough; what it said is there to be read.
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static int rawStatus(String request) throws IOException {
    String answer = raw(request);
    assertThat(answer).as(request.substring(0, Math.min(100, request.length()))).isNotEmpty();
    return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
  }

  private static String get(String target, String... headers) {
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        + String.join("", headers)
        + "\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?q=%s",
        "/series?q=%s",
        "/ledger?q=%s",
        "/conflicts?q=%s",
        "/api/v1/search?q=%s",
        "/api/v1/facets?q=%s",
        "/api/v1/series?q=%s",
        "/api/v1/ledger?q=%s",
        "/api/v1/conflicts?q=%s",
        "/api/v1/export?q=%s",
        "/api/v1/suggest?q=%s"
      })
  void survivesEveryQuery(String path) throws Exception {
    List<String> queries = new ArrayList<>();
    queries.add("(".repeat(10_000));
    queries.add("(".repeat(5_000) + ")".repeat(5_000));
    queries.add("( ".repeat(19) + "a" + " )".repeat(19));
    queries.add("-".repeat(8_000) + "a");
    queries.add("a OR ".repeat(1_000) + "b");
    queries.add("*:*");
    queries.add("*:* ".repeat(50) + "OR *");
    queries.add("\"" + "word ".repeat(1_600) + "\"");
    queries.add("metric:\u0000");
    queries.add("\ud83d\ud83d \uffff \u202emicron");
    queries.add("value:" + "9".repeat(5_000));
    queries.add("value:1e999999999");
    queries.add("after:999999999-01-01 before:-999999999-01-01");
    queries.add("'; DROP TABLE articles; --");
    queries.add("<script>alert(1)</script>");
    for (String query : queries) {
      assertThat(status(path.formatted(encoded(query))))
          .as(path, query.substring(0, Math.min(60, query.length())))
          .isBetween(200, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/search?q=%zz",
        "/api/v1/search?q=%",
        "/api/v1/search?q=%ff%fe",
        "/api/v1/search?q=%00",
        "/?q=%c3%28",
        "/api/v1/search?q=a&q=b&limit=1&limit=x",
        "/api/v1/search?q=*&limit=99999999999999999999",
        "/api/v1/search?q=*&cursor=" + "////////////////////////////////",
        "/api/v1/series?q=*&asOf=2026-99-99",
        "/api/v1/export?q=*&of=everything",
        "/article?id=%00",
        "/article?id=..%2f..%2f..%2fetc%2fpasswd",
        "/assets/../../../etc/passwd",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "//api//v1//search",
        "/;a=b/api/v1/search?q=*",
        "*",
        "http://evil.example/"
      })
  void survivesEveryAddress(String target) throws Exception {
    assertThat(rawStatus(get(target))).isBetween(200, 499);
  }

  @Test
  void refusesWhatIsTooLong() throws Exception {
    assertThat(rawStatus(get("/api/v1/search?q=" + "a".repeat(1 << 20)))).isEqualTo(414);
    assertThat(rawStatus(get("/", "Cookie: " + "a".repeat(1 << 20) + "\r\n"))).isEqualTo(431);
    assertThat(rawStatus(get("/", "X: y\r\n".repeat(100_000)))).isEqualTo(431);
  }

  @Test
  void takesTheLongestQueryInEverySpelling() throws Exception {
    String words = "é".repeat(100) + " ";
    String longest = words.repeat(8_192 / words.length());
    assertThat(status("/api/v1/search?q=" + encoded(longest))).isEqualTo(200);
  }

  @Test
  void answersNobodyWhoCallsItByAnotherName() throws Exception {
    String request = "GET /api/v1/search?q=* HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
    assertThat(rawStatus(request.formatted("wire.example:80"))).isEqualTo(200);
    String refused = raw(request.formatted("127.evil.example"));
    assertThat(refused)
        .startsWith("HTTP/1.1 421")
        .contains("application/problem+json")
        .contains("127.evil.example")
        .doesNotContain("\"results\"");
  }

  @Test
  void survivesWhatIsNoRequest() throws Exception {
    assertThat(rawStatus("GET / HTTP/9.9\r\n\r\n")).isBetween(400, 505);
    assertThat(rawStatus("GET / HTTP/1.1\r\n\r\n")).isEqualTo(400);
    assertThat(rawStatus("\u0016\u0003\u0001 hello\r\n\r\n")).isEqualTo(400);
    assertThat(rawStatus(get("/", "Content-Length: 5\r\nContent-Length: 7\r\n"))).isEqualTo(400);
    assertThat(rawStatus(get("/", "If-None-Match: " + "\"a\",".repeat(10_000) + "\r\n")))
        .isBetween(200, 499);
  }

  @Test
  void letsManyCallersWaitForEachOther() throws Exception {
    List<String> paths =
        List.of(
            "/?q=*",
            "/api/v1/search?q=*:*",
            "/api/v1/search?q=*&limit=1000",
            "/api/v1/facets?q=*",
            "/conflicts?q=*",
            "/api/v1/export?q=*",
            "/api/v1/suggest?q=a",
            "/article?id=https%3A%2F%2Fnews.example%2F1");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int client = 0; client < 200; client++) {
      for (int i = 0; i < 4; i++) {
        String path = paths.get((client + i) % paths.size());
        calls.add(() -> status(path));
      }
    }
    try (ExecutorService callers = Executors.newFixedThreadPool(200)) {
      for (Future<Integer> call : callers.invokeAll(calls)) {
        assertThat(call.get()).isIn(200, 400, 429);
      }
    }
  }
}
