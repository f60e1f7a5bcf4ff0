package io.chipwire.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.Channel;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.IndexFolder;
import io.chipwire.store.AlertStore;
import io.chipwire.store.ApiToken;
import io.chipwire.store.TokenScope;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions and alerts over HTTP, by those who may and those who may not. */
class AlertServerIT {

  private static final String ROOT = "/api/v1/subscriptions";
  private static final String EVIL = "<script>alert(1)</script>";

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static ArticleIndex index;
  private static AlertStore sharedStore;
  private static SearchServer sharedServer;
  private AlertStore store;
  private SearchServer server;

  @BeforeAll
  static void index() throws Exception {
    IndexFolder at = new IndexFolder(folder.resolve("index"));
    SampleIndex.write(at);
    index = ArticleIndex.open(at, Clock.systemUTC());
    sharedStore = SampleAlerts.store(folder.resolve("shared"));
    sharedServer = serve(sharedStore);
  }

  @AfterAll
  static void close() throws Exception {
    sharedServer.close();
    index.close();
  }

  private static SearchServer serve(AlertStore store) {
    return SearchServer.start(index, SampleAlerts.served(store), null, "127.0.0.1", 0, List.of());
  }

  @BeforeEach
  void share() {
    store = sharedStore;
    server = sharedServer;
  }

  /** For a test after which a store, or a server, is not what it was. */
  private void serveAnew(String name) {
    store = SampleAlerts.store(folder.resolve(name));
    server = serve(store);
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    if (server != sharedServer) {
      server.close();
    }
    sharedStore
        .subscriptions()
        .all()
        .forEach(each -> sharedStore.subscriptions().remove(each.id()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpResponse<String> json(String method, String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder form(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static JsonNode tree(HttpResponse<String> response) throws Exception {
    return ExtractionJson.mapper().readTree(response.body());
  }

  private Subscription subscription(String name) throws Exception {
    return SampleAlerts.subscription(store, name, "amazon metric:capex value:>40B");
  }

  @Test
  void storesChangesAndRemovesASubscription() throws Exception {
    HttpResponse<String> added =
        json(
            "POST",
            ROOT,
            """
            {"name": "capex", "query": "metric:capex", "atMost": "5/day", "delivery": "daily",
             "channels": [{"kind": "webhook", "target": "https://hooks.example/T/hush"},
                          {"kind": "email", "target": "ann@example.org"}]}
            """);
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(tree(added).path("webhookSecrets").path(0).asText()).startsWith("whsec_");
    assertThat(added.body()).doesNotContain("hush");
    String one = added.headers().firstValue("Location").orElseThrow();
    assertThat(one).isEqualTo(ROOT + "/" + tree(added).path("id").asText());
    assertThat(get(ROOT).body()).contains("\"name\":\"capex\"").doesNotContain("whsec_");

    String webhook = tree(added).path("channels").path(0).path("id").asText();
    HttpResponse<String> changed =
        json(
            "PATCH",
            one,
            "{\"query\": \"metric:revenue\", \"atMost\": null, \"channels\": [{\"id\": \"%s\"}]}"
                .formatted(webhook));
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(tree(changed).path("name").asText()).isEqualTo("capex");
    assertThat(tree(changed).path("query").asText()).isEqualTo("metric:revenue");
    assertThat(tree(changed).path("atMost").isNull()).isTrue();
    assertThat(tree(changed).path("channels")).hasSize(1);

    assertThat(tree(json("POST", one + "/pause", "")).path("paused").asBoolean()).isTrue();
    assertThat(tree(json("POST", one + "/resume", "")).path("paused").asBoolean()).isFalse();
    assertThat(tree(json("POST", one + "/mute", "{\"for\": \"8h\"}")).path("mutedUntil").asText())
        .startsWith("20");
    assertThat(json("POST", one + "/mute", "{\"for\": \"long\"}").statusCode()).isEqualTo(400);

    assertThat(json("DELETE", one, "").statusCode()).isEqualTo(204);
    assertThat(json("DELETE", one, "").statusCode()).isEqualTo(404);
    assertThat(get(one).statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhatIsWrongWithASubscription() throws Exception {
    Map<String, String> wrong =
        new LinkedHashMap<>(
            Map.of(
                "{'name': 'a', 'query': 'metrik:capex'}", "did you mean metric:capex?",
                "{'name': 'a'}", "query at 0: found nothing",
                "{'query': 'x'}", "expected 1 to 200 characters",
                "{'name': 'a', 'query': 'x', 'atMost': 'ten'}", "expected N/hour, N/day or N/week",
                "{'name': 'a', 'query': 'x', 'minimumConfidence': 2}", "expected 0 to 1",
                "{'name': 'a', 'query': 'x', 'wheels': 4}", "expected one of [atMost, channels",
                "{'name': 'a', 'query': 'x', 'channels': [{'kind': 'fax'}]}", "webhook, email",
                "{'name': 'a', 'query': 'x', 'channels': [{'id': '9'}]}", "has none of that id",
                "[1, 2]", "expected a JSON object",
                "{", "expected a JSON object"));
    wrong.put("{'name': 'a', 'query': 'x', 'minimumCorroboration': 2}", "asks for no fact");
    wrong.put(
        "{'name': 'a', 'query': 'metric:capex', 'minimumCorroboration': 2.5}",
        "minimumCorroboration: expected a whole number");
    wrong.put(
        "{'name': 'a', 'query': 'metric:capex', 'minimumCorroboration': 101}", "expected 1 to 100");
    for (Map.Entry<String, String> each : wrong.entrySet()) {
      HttpResponse<String> refused = json("POST", ROOT, each.getKey().replace('\'', '"'));
      assertThat(refused.statusCode()).as(each.getKey()).isEqualTo(400);
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(refused.body()).contains(each.getValue());
    }
    assertThat(store.subscriptions().all()).isEmpty();
  }

  @Test
  void refusesASecondNameAndWhatIsTooLong() throws Exception {
    subscription("capex");
    assertThat(json("POST", ROOT, "{\"name\": \"capex\", \"query\": \"x\"}").statusCode())
        .isEqualTo(409);
    String long1 = "x".repeat(1 << 20);
    assertThat(json("POST", ROOT, "{\"name\": \"" + long1 + "\"}").statusCode()).isEqualTo(413);
    assertThat(
            send(form("/alerts/new", "name=" + long1).header("Sec-Fetch-Site", "same-origin"))
                .statusCode())
        .isEqualTo(413);
    assertThat(
            send(request(ROOT)
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString("a")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void switchesAWebhookOnAgainForWhoHasAnAlertSentAgain() throws Exception {
    Subscription subscription = subscription("capex");
    Alert alert = SampleAlerts.file(store, index, subscription, 1);
    SampleAlerts.deliver(store, Attempt.Outcome.GONE, "HTTP 410");
    String deliveries = "/api/v1/alerts/" + alert.id() + "/deliveries/";

    int webhook =
        json("POST", deliveries + subscription.channels().getFirst().id() + "/retry", "")
            .statusCode();
    int mail =
        json("POST", deliveries + subscription.channels().getLast().id() + "/retry", "")
            .statusCode();

    assertThat(webhook).isEqualTo(200);
    assertThat(mail).isEqualTo(409); // its reader may have ended the mails
    assertThat(store.subscriptions().get(subscription.id()).orElseThrow().channels())
        .extracting(Channel::disabled)
        .containsExactly(null, "HTTP 410");
  }

  @Test
  void tellsOfAlertsAndSendsThemAgain() throws Exception {
    Subscription subscription = subscription("capex");
    Alert first = SampleAlerts.file(store, index, subscription, 1);
    Alert other = SampleAlerts.file(store, index, subscription, 2);
    store.subscriptions().pause(subscription.id());
    Alert held = SampleAlerts.file(store, index, subscription, 3);
    SampleAlerts.deliver(store, Attempt.Outcome.DEAD, "HTTP 500");

    JsonNode alerts = tree(get(ROOT + "/" + subscription.id() + "/alerts"));
    assertThat(alerts).hasSize(3);
    assertThat(alerts.findValuesAsText("id")).contains(first.id(), other.id(), held.id());
    assertThat(tree(get("/api/v1/alerts/" + held.id())).path("suppression").asText())
        .isEqualTo("paused");
    String deliveries = "/api/v1/alerts/" + first.id() + "/deliveries";
    JsonNode given = tree(get(deliveries));
    assertThat(given.findValuesAsText("state")).containsExactly("dead", "dead");
    assertThat(given.findValuesAsText("detail")).containsExactly("HTTP 500", "HTTP 500");

    String retry = deliveries + "/" + subscription.channels().getFirst().id() + "/retry";
    HttpResponse<String> again = json("POST", retry, "");
    assertThat(tree(again).findValuesAsText("state")).containsExactly("waiting", "dead");
    SampleAlerts.deliver(store, Attempt.Outcome.DELIVERED, "HTTP 204");
    assertThat(json("POST", retry, "").statusCode()).isEqualTo(409);
    assertThat(get("/api/v1/alerts/none/deliveries").statusCode()).isEqualTo(404);

    JsonNode report = tree(get(ROOT + "/" + subscription.id() + "/backtest"));
    assertThat(report.path("told").asInt()).isEqualTo(3);
    assertThat(tree(get("/api/v1/backtest?q=metric:capex&atMost=1/week")).path("matched").asInt())
        .isEqualTo(3);
  }

  @Test
  void takesNoFormFromAPageElsewhere() throws Exception {
    for (String path : List.of("/alerts/change", "/alerts/new", "/alerts/retry", "/alerts/login")) {
      String body = "name=a&query=x";
      for (HttpRequest.Builder cross :
          List.of(
              form(path, body).header("Sec-Fetch-Site", "cross-site"),
              form(path, body).header("Origin", "http://evil.example"),
              form(path, body).header("Origin", "null"),
              form(path, body))) {
        assertThat(send(cross).statusCode()).as(path).isEqualTo(403);
      }
    }
    assertThat(store.subscriptions().all()).isEmpty();
  }

  @Test
  void takesNothingFromAPageElsewhereOverTheApi() throws Exception {
    HttpResponse<String> cross =
        send(
            request(ROOT)
                .header("Content-Type", "application/json")
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.ofString("{\"name\": \"a\", \"query\": \"x\"}")));
    assertThat(cross.statusCode()).isEqualTo(403);
    assertThat(cross.body()).contains("http://evil.example");
    assertThat(cross.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    HttpResponse<String> plain =
        send(
            request(ROOT).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")));
    assertThat(plain.statusCode()).isEqualTo(403);
    assertThat(store.subscriptions().all()).isEmpty();
  }

  private HttpRequest.Builder with(ApiToken.New token, String path) {
    return request(path).header("Authorization", "Bearer " + token.secret());
  }

  @Test
  void asksForATokenOnceThereIsOne() throws Exception {
    serveAnew("tokens");
    Subscription subscription = subscription("capex");
    String pause = ROOT + "/" + subscription.id() + "/pause";
    assertThat(get(ROOT).statusCode()).isEqualTo(200);
    ApiToken.New reader = store.tokens().create("reader", TokenScope.READ);
    ApiToken.New writer = store.tokens().create("writer", TokenScope.WRITE);

    HttpResponse<String> without = get(ROOT);
    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"chipwire\"");
    assertThat(get("/api/v1/alerts/events").statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/search?q=*").statusCode()).isEqualTo(200);
    assertThat(send(with(reader, ROOT)).statusCode()).isEqualTo(200);

    HttpResponse<String> readers = send(with(reader, pause).POST(BodyPublishers.noBody()));
    assertThat(readers.statusCode()).isEqualTo(403);
    assertThat(readers.body()).contains("the token may read, expected one that may write");
    assertThat(send(with(writer, pause).POST(BodyPublishers.noBody())).statusCode()).isEqualTo(200);
    assertThat(send(request(ROOT).header("Authorization", "Basic YTpi")).statusCode())
        .isEqualTo(401);

    store.tokens().revoke(writer.token().id());
    store.tokens().revoke(reader.token().id());
    assertThat(send(with(writer, pause).POST(BodyPublishers.noBody())).statusCode()).isEqualTo(401);
    assertThat(get(ROOT).statusCode()).as("with all revoked it stays shut").isEqualTo(401);
  }

  @Test
  void logsPeopleInByACookieThatNoScriptReads() throws Exception {
    serveAnew("login");
    ApiToken.New token = store.tokens().create("desk", TokenScope.READ);
    HttpResponse<String> away = get("/alerts?held=true");
    assertThat(away.statusCode()).isEqualTo(303);
    assertThat(away.headers().firstValue("Location"))
        .contains("/alerts/login?to=%2Falerts%3Fheld%3Dtrue");

    HttpRequest.Builder wrong = form("/alerts/login", "token=guess");
    assertThat(send(wrong.header("Sec-Fetch-Site", "same-origin")).statusCode()).isEqualTo(401);
    HttpRequest.Builder right =
        form("/alerts/login", "to=https%3A%2F%2Fevil.example&token=" + token.secret());
    HttpResponse<String> in = send(right.header("Sec-Fetch-Site", "same-origin"));
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains("/alerts");
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");

    String sent = cookie.substring(0, cookie.indexOf(';'));
    assertThat(send(request("/alerts").header("Cookie", sent)).statusCode()).isEqualTo(200);
    HttpRequest.Builder change = form("/alerts/change", "id=a&change=pause").header("Cookie", sent);
    assertThat(send(change.header("Sec-Fetch-Site", "same-origin")).statusCode()).isEqualTo(403);
  }

  @Test
  void escapesWhatOthersWrote() throws Exception {
    Subscription evil = SampleAlerts.subscription(store, EVIL, "amazon OR \"" + EVIL + "\"");
    Alert alert = SampleAlerts.file(store, index, evil, 1);
    SampleAlerts.deliver(store, Attempt.Outcome.DEAD, EVIL);
    for (String path :
        List.of(
            "/alerts",
            "/alerts/subscription?id=" + evil.id(),
            "/alerts/edit?id=" + evil.id(),
            "/alerts/backtest?id=" + evil.id(),
            "/alerts/alert?id=" + alert.id(),
            "/alerts/login?to=" + Frame.encoded("/alerts\"" + EVIL),
            "/alerts/new?q=" + Frame.encoded(EVIL),
            "/alerts/backtest?q=" + Frame.encoded("metrik:" + EVIL))) {
      HttpResponse<String> page = get(path);
      assertThat(page.statusCode()).as(path).isIn(200, 400);
      assertThat(page.body()).as(path).doesNotContain(EVIL).doesNotContain("<img src=x");
    }
    HttpRequest.Builder broken =
        form("/alerts/new", "name=" + Frame.encoded(EVIL) + "&query=metrik:" + Frame.encoded(EVIL));
    HttpResponse<String> form = send(broken.header("Sec-Fetch-Site", "same-origin"));
    assertThat(form.statusCode()).isEqualTo(400);
    assertThat(form.body()).contains("role=\"alert\"").doesNotContain(EVIL);
  }

  private HttpRequest.Builder events(String query) {
    return request("/api/v1/alerts/events" + query).header("Accept", "text/event-stream");
  }

  private static @Nullable String line(BufferedReader events, String start) throws Exception {
    String line = events.readLine();
    while (line != null && !line.startsWith(start)) {
      line = events.readLine();
    }
    return line;
  }

  private static BufferedReader reader(HttpResponse<InputStream> events) {
    assertThat(events.statusCode()).isEqualTo(200);
    assertThat(events.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8));
  }

  @Test
  void tellsListenersOfNewAlertsAndWhoComesBackOfThoseItMissed() throws Exception {
    Subscription subscription = subscription("capex");
    Subscription other = SampleAlerts.subscription(store, "other", "micron");
    SampleAlerts.file(store, index, subscription, 1);
    String last;
    try (BufferedReader events =
        reader(
            client.send(
                events("?subscription=" + subscription.id()).build(),
                BodyHandlers.ofInputStream()))) {
      assertThat(line(events, ":")).isEqualTo(": welcome");
      SampleAlerts.file(store, index, other, 4);
      Alert news = SampleAlerts.file(store, index, subscription, 2);
      last = line(events, "id:");
      assertThat(line(events, "event:")).isEqualTo("event: alert");
      JsonNode told = ExtractionJson.mapper().readTree(line(events, "data:").substring(5));
      assertThat(told.path("id").asText()).as("only the new one").isEqualTo(news.id());
    }
    Alert missed = SampleAlerts.file(store, index, subscription, 3);
    try (BufferedReader events =
        reader(
            client.send(
                events("").header("Last-Event-ID", last.substring(3).strip()).build(),
                BodyHandlers.ofInputStream()))) {
      String data = line(events, "data:");
      while (data != null && !data.contains(missed.id())) {
        data = line(events, "data:");
      }
      assertThat(data).isNotNull();
    }
    assertThat(send(events("").header("Last-Event-ID", "soon")).statusCode()).isEqualTo(400);
    assertThat(send(events("?subscription=none")).statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/alerts/events").statusCode()).isEqualTo(406);
  }

  @Test
  void tellsWhoComesBackOfAllItMissedHoweverManyAndOfEachOnce() throws Exception {
    serveAnew("missed");
    Subscription subscription = subscription("capex");
    Alert sample = SampleAlerts.file(store, index, subscription, 1);
    List<Alert> many = new ArrayList<>();
    for (int i = 0; i < 640; i++) {
      many.add(SampleAlerts.copy(sample, "missed-" + i));
    }
    store.outbox().put(many);
    Set<String> told = new HashSet<>();
    try (BufferedReader events =
        reader(
            client.send(
                events("?lastEventId=0&subscription=" + subscription.id()).build(),
                BodyHandlers.ofInputStream()))) {
      while (told.size() < many.size() + 1) {
        String id = id(events);
        assertThat(told.add(id)).as(id).isTrue();
      }
      store.outbox().put(List.of(SampleAlerts.copy(sample, "new")));
      assertThat(id(events)).isEqualTo("new");
    }
  }

  private static String id(BufferedReader events) throws Exception {
    String data = line(events, "data:");
    assertThat(data).isNotNull();
    return ExtractionJson.mapper().readTree(data.substring(5)).path("id").asText();
  }

  @Test
  void takesAHundredListenersAndNoMore() throws Exception {
    serveAnew("listeners");
    List<CompletableFuture<HttpResponse<InputStream>>> calls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      calls.add(client.sendAsync(events("").build(), BodyHandlers.ofInputStream()));
    }
    int listening = 0;
    for (CompletableFuture<HttpResponse<InputStream>> call : calls) {
      HttpResponse<InputStream> answer = call.get();
      assertThat(answer.statusCode()).isIn(200, 429);
      listening += answer.statusCode() == 200 ? 1 : 0;
    }
    assertThat(listening).isEqualTo(AlertStream.MOST_LISTENERS);
    Subscription subscription = subscription("capex");
    assertThat(get("/api/v1/search?q=*").statusCode()).as("others are served").isEqualTo(200);
    SampleAlerts.file(store, index, subscription, 1);
    for (CompletableFuture<HttpResponse<InputStream>> call : calls) {
      if (call.get().statusCode() == 200) {
        try (BufferedReader events = reader(call.get())) {
          assertThat(line(events, "event:")).isEqualTo("event: alert");
        }
      }
    }
    assertThat(get("/metrics").body()).contains("chipwire_alert_listeners ");
  }

  @Test
  void servesNoAlertsWithoutAStore() throws Exception {
    try (SearchServer bare = SearchServer.start(index, "127.0.0.1", 0, List.of())) {
      HttpRequest.Builder page =
          HttpRequest.newBuilder(URI.create(bare.url() + "alerts")).timeout(Duration.ofSeconds(10));
      HttpResponse<String> off = send(page);
      assertThat(off.statusCode()).isEqualTo(404);
      assertThat(off.body()).contains("chipwire serve --index DIR --store FILE");
    }
  }
}
