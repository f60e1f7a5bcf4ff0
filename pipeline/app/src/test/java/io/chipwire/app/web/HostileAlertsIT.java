package io.chipwire.app.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Subscription;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.IndexFolder;
import io.chipwire.store.AlertStore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about alerts that no caller of good will sends: a 4xx, and nothing is changed. */
@Timeout(60)
class HostileAlertsIT {

  private static final String ROOT = "/api/v1/subscriptions";

  private static @Nullable ArticleIndex index;
  private static @Nullable AlertStore store;
  private static @Nullable SearchServer server;
  private static @Nullable Subscription subscription;
  private static @Nullable Alert alert;
  private static String one = "";

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    IndexFolder at = new IndexFolder(folder.resolve("index"));
    SampleIndex.write(at);
    index = ArticleIndex.open(at, Clock.systemUTC());
    store = SampleAlerts.store(folder);
    server =
        SearchServer.start(
            index,
            SampleAlerts.served(store),
            new Published(store, null),
            "127.0.0.1",
            0,
            List.of());
    subscription = SampleAlerts.subscription(store, "capex", "amazon metric:capex value:>40B");
    alert = SampleAlerts.file(store, index, subscription, 1);
    one = ROOT + "/" + subscription.id();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    index.close();
  }

  @AfterEach
  void goesOn() throws Exception {
    assertThat(status("GET", ROOT, "")).isEqualTo(200);
    assertThat(store.subscriptions().all())
        .singleElement()
        .satisfies(
            now -> {
              assertThat(now.channels()).isEqualTo(subscription.channels());
              assertThat(now.mutedUntil()).isNull();
            });
  }

  /** What the server says to these very bytes, up to its closing of the connection. */
  private static String raw(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      try {
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
      } catch (SocketException e) {
        // It has heard enough; what it said is there to be read.
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String raw(String head, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String length = head.contains("Transfer-Encoding") ? "" : "Content-Length: " + bytes.length;
    String request =
        head
            + (head.contains("Host:") ? "" : "\r\nHost: 127.0.0.1")
            + "\r\nConnection: close\r\n"
            + length
            + (length.isEmpty() ? "\r\n" : "\r\n\r\n");
    byte[] start = request.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + bytes.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    return raw(all);
  }

  private static int code(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
  }

  private static int status(String method, String path, String body, String... headers)
      throws IOException {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1");
    for (String header : headers) {
      head.append("\r\n").append(header);
    }
    return code(raw(head.toString(), body));
  }

  private static int json(String method, String path, String body) throws IOException {
    return status(method, path, body, "Content-Type: application/json");
  }

  /** Each in each property; none of them together makes a subscription. */
  private static final List<String> VALUES =
      List.of(
          "-1",
          "1e999999999",
          "NaN",
          "99999999999999999999999999",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"a\\u0000b\"",
          "\"" + "9".repeat(10_000) + "/day\"",
          "{}",
          "[null]",
          "[1]",
          "[[]]",
          "[{}]",
          "[{\"id\": null}]",
          "[{\"id\": {}}]",
          "[{\"kind\": 1, \"target\": 2}]",
          "[{\"kind\": \"webhook\"}]",
          "[{\"kind\": \"webhook\", \"target\": \"http://[::1\"}]",
          "[{\"kind\": \"webhook\", \"target\": \"http://a\\u0000b/\"}]",
          "[{\"kind\": \"webhook\", \"target\": \"file:///etc/passwd\"}]",
          "[{\"kind\": \"email\", \"target\": \"a@b.example\\r\\nBcc: c@d.example\"}]",
          "[{\"kind\": \"email\", \"target\": \"a\\u0000@b.example\"}]");

  @Test
  void survivesEveryObject() throws Exception {
    List<String> bodies =
        new ArrayList<>(List.of("", "null", "[".repeat(30_000), "{\"a\":".repeat(10_000)));
    for (String property :
        List.of("name", "owner", "query", "delivery", "atMost", "minimumConfidence", "repeats")) {
      VALUES.forEach(value -> bodies.add("{\"" + property + "\": " + value + "}"));
    }
    VALUES.forEach(
        value ->
            bodies.add("{\"name\": \"n\", \"query\": \"amazon\", \"channels\": " + value + "}"));
    for (String body : bodies) {
      String said = body.substring(0, Math.min(80, body.length()));
      assertThat(json("POST", ROOT, body)).as(said).isEqualTo(400);
      assertThat(json("POST", one + "/mute", body)).as(said).isEqualTo(400);
    }
    for (String value : VALUES) {
      String body = "{\"name\": \"capex\", \"channels\": " + value + "}";
      assertThat(json("PATCH", one, body)).as(body).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"until\": \"+1000000000-12-31T23:59:59Z\"}",
        "{\"until\": \"-1000000000-01-01T00:00:00Z\"}",
        "{\"until\": \"2026-99-99T00:00:00Z\"}",
        "{\"for\": \"99999w\"}",
        "{\"for\": \"-1h\"}"
      })
  void mutesForNoTimeThatCannotBe(String time) throws Exception {
    assertThat(json("POST", one + "/mute", time)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=nonsense",
        "application/json; charset=",
        "application/json;;;",
        "application/x-www-form-urlencoded; charset=nonsense",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=x",
        "application/json, text/html"
      })
  void survivesEveryContentType(String type) throws Exception {
    String[] headers = {"Content-Type: " + type, "Sec-Fetch-Site: same-origin"};
    for (String path : List.of(ROOT, "/alerts/new", "/alerts/login", "/unsubscribe/x")) {
      assertThat(status("POST", path, "--x\r\n%zz", headers)).as(path).isBetween(400, 499);
    }
    assertThat(status("DELETE", ROOT + "/none", "", headers)).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%zz=1",
        "name=%ff%fe&query=%00",
        "name=%00&query=amazon",
        "=",
        "name=n&query=amazon&most=1&period=%00",
        "name=n&query=amazon&confidence=NaN",
        "name=n&query=amazon&confidence=1e400",
        "name=n&query=amazon&kind=email&target=%00@b.example",
        "id=%00&change=pause",
        "id=x&change=mute&for=%00",
        "id=x&channel=%00&token=%00"
      })
  void survivesEveryForm(String form) throws Exception {
    for (String path :
        List.of(
            "/alerts/new",
            "/alerts/edit?id=none",
            "/alerts/change",
            "/alerts/retry",
            "/alerts/login")) {
      assertThat(
              status(
                  "POST",
                  path,
                  form,
                  "Content-Type: application/x-www-form-urlencoded",
                  "Sec-Fetch-Site: same-origin"))
          .as(path)
          .isBetween(400, 499);
    }
  }

  @Test
  void survivesEveryAddress() throws Exception {
    for (String id : List.of("%00", "%ff", "%zz", "a".repeat(50_000), "..%2f..", ";x", "%F0%9F")) {
      for (String path :
          List.of(
              ROOT + "/%s",
              ROOT + "/%s/backtest",
              "/api/v1/alerts/%s",
              "/api/v1/alerts/%s/deliveries",
              "/feeds/%s.atom",
              "/unsubscribe/%s",
              "/alerts/subscription?id=%s",
              "/alerts/alert?id=%s",
              "/alerts/edit?id=%s")) {
        assertThat(status("GET", path.formatted(id), "")).as(path).isBetween(400, 499);
      }
      for (String path :
          List.of(
              ROOT + "/%s/pause",
              "/api/v1/alerts/" + alert.id() + "/deliveries/%s/retry",
              "/unsubscribe/%s")) {
        assertThat(json("POST", path.formatted(id), "{}")).as(path).isBetween(400, 499);
      }
    }
  }

  @Test
  void namesItselfToWhoSaysNoName() throws Exception {
    String secret = store.feeds().newSecret(subscription.id()).orElseThrow();
    String feed = raw(("GET /feeds/" + secret + ".json HTTP/1.0\r\n\r\n").getBytes(US_ASCII));
    assertThat(feed).contains("\"feed_url\":\"http://localhost/feeds/" + secret + ".json\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/alerts?limit=-1",
        "/api/v1/alerts?limit=99999999999",
        "/api/v1/alerts?limit=1e3",
        "/api/v1/backtest?q=amazon&atMost=99999999999999/day",
        "/api/v1/backtest?q=amazon&minimumConfidence=NaN",
        "/api/v1/backtest?q=amazon&minimumConfidence=1e999",
        "/alerts/backtest?q=amazon&minimumConfidence=-1",
        "/api/v1/alerts/events?lastEventId=99999999999999999999",
        "/api/v1/alerts/events?lastEventId=-9223372036854775809",
        "/api/v1/alerts/events?lastEventId=0x1"
      })
  void refusesNumbersThatCannotBe(String path) throws Exception {
    assertThat(status("GET", path, "", "Accept: text/event-stream")).isEqualTo(400);
  }

  @Test
  void refusesWhatIsTooLongOrCutOff() throws Exception {
    String chunks = ("1000\r\n" + "x".repeat(4_096) + "\r\n").repeat(200) + "0\r\n\r\n";
    for (String path : List.of(ROOT, "/alerts/new", "/alerts/login", "/unsubscribe/x")) {
      String type =
          "Content-Type: application/"
              + (path.equals(ROOT) ? "json" : "x-www-form-urlencoded")
              + "\r\nSec-Fetch-Site: same-origin";
      assertThat(status("POST", path, "x".repeat(1 << 20), type)).as(path).isEqualTo(413);
      assertThat(status("POST", path, chunks, type, "Transfer-Encoding: chunked"))
          .as(path)
          .isEqualTo(413);
      assertThat(status("POST", path, "zz\r\nabc", type, "Transfer-Encoding: chunked"))
          .as(path)
          .isEqualTo(400);
    }
  }

  @Test
  void isNotHeldUpByBodiesThatNeverEnd() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        slow.add(socket);
        String login =
            "POST /alerts/login HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 100\r\nExpect: 100-continue\r\n\r\n";
        socket.getOutputStream().write(login.getBytes(US_ASCII));
        // The server asks for the body: it is at this request.
        assertThat(socket.getInputStream().readNBytes("HTTP/1.1 100".length()))
            .asString(US_ASCII)
            .isEqualTo("HTTP/1.1 100");
      }
      assertThat(status("GET", ROOT, "")).isEqualTo(200);
      assertThat(json("POST", one + "/resume", "{}")).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }
}
