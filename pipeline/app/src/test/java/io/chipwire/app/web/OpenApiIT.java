package io.chipwire.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.IndexFolder;
import io.chipwire.store.AlertStore;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API against the API. */
class OpenApiIT {

  private static final String NAME = "https://chipwire.example/openapi.json";

  /** For people, or for the pages alone. */
  private static final Set<String> UNDESCRIBED =
      Set.of("/", "/article", "/series", "/ledger", "/conflicts");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static @Nullable ArticleIndex index;
  private static @Nullable SearchServer server;
  private static String description = "";
  private static JsonNode json;
  private static Alert alert;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    IndexFolder at = new IndexFolder(folder.resolve("index"));
    SampleIndex.write(at);
    index = ArticleIndex.open(at, Clock.systemUTC());
    AlertStore store = SampleAlerts.store(folder);
    Subscription subscription = SampleAlerts.subscription(store, "capex", "metric:capex");
    alert = SampleAlerts.file(store, index, subscription, 1);
    SampleAlerts.deliver(store, Attempt.Outcome.DELIVERED, "HTTP 204");
    SampleAlerts.file(store, index, subscription, 2);
    server = SearchServer.start(index, SampleAlerts.served(store), null, "127.0.0.1", 0, List.of());
    HttpResponse<String> response = get("/api/v1/openapi.json");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    description = response.body();
    json = ExtractionJson.mapper().readTree(description);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    index.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Test
  void isValid() {
    SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(description);
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
  }

  @Test
  void describesEveryPathAndNoOther() {
    Set<String> served = new HashSet<>(server.paths());
    served.removeIf(path -> UNDESCRIBED.contains(path) || path.startsWith("/assets/"));
    served.removeIf(path -> path.equals("/alerts") || path.startsWith("/alerts/"));
    served.remove("/favicon.svg");
    Set<String> described = new HashSet<>();
    json.at("/paths").fieldNames().forEachRemaining(described::add);
    assertThat(described).isEqualTo(served);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/search?q=*, 200, SearchAnswer",
    "/api/v1/search?q=micron&limit=1, 200, SearchAnswer",
    "/api/v1/facets?q=*, 200, FacetAnswer",
    "/api/v1/article?id=https://news.example/1, 200, Article",
    "/api/v1/article?id=https://news.example/4, 200, Article",
    "/api/v1/series?q=metric:capex, 200, SeriesAnswer",
    "/api/v1/ledger?q=micron, 200, LedgerAnswer",
    "/api/v1/conflicts?q=amazon, 200, ConflictsAnswer",
    "/api/v1/suggest?q=metric:ca, 200, Suggestions",
    "/api/v1/check?q=metric:capex, 200, QueryCheck",
    "/api/v1/check?q=metrik:capex, 200, QueryCheck",
    "/api/v1/subscriptions, 200, Subscriptions",
    "/api/v1/subscriptions/SUBSCRIPTION, 200, Subscription",
    "/api/v1/subscriptions/SUBSCRIPTION/alerts, 200, Alerts",
    "/api/v1/subscriptions/SUBSCRIPTION/backtest, 200, Backtest",
    "/api/v1/backtest?q=micron, 200, Backtest",
    "/api/v1/alerts, 200, Alerts",
    "/api/v1/alerts/ALERT, 200, Alert",
    "/api/v1/alerts/ALERT/deliveries, 200, Deliveries",
    "/health, 200, Health",
    "/api/v1/subscriptions/none, 404, Problem",
    "/api/v1/alerts?limit=many, 400, Problem",
    "/api/v1/alerts/events, 406, Problem",
    "/api/v1/search?q=value:lots, 400, Problem",
    "/api/v1/search?q=metric:capx, 400, Problem",
    "/api/v1/article?id=none, 404, Problem",
    "/api/v1/nowhere, 404, Problem"
  })
  void answersAsDescribed(String path, int status, String schema) throws Exception {
    HttpResponse<String> response =
        get(path.replace("SUBSCRIPTION", alert.subscriptionId()).replace("ALERT", alert.id()));
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(wrong(schema, response.body())).isEmpty();
  }

  @Test
  void storesAndChangesAsDescribed() throws Exception {
    String body = "{\"name\": \"%s\", \"query\": \"micron\", \"atMost\": \"3/day\"}";
    URI all = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/subscriptions");
    String stored = json(all, "POST", body.formatted("new")).body();
    assertThat(wrong("StoredSubscription", stored)).isEmpty();
    String id = ExtractionJson.mapper().readTree(stored).path("id").asText();
    URI one = URI.create(all + "/" + id);
    assertThat(wrong("StoredSubscription", json(one, "PATCH", body.formatted("newer")).body()))
        .isEmpty();
    assertThat(
            wrong(
                "Subscription",
                json(URI.create(one + "/mute"), "POST", "{\"for\": \"8h\"}").body()))
        .isEmpty();
  }

  private static HttpResponse<String> json(URI uri, String method, String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void notesWhatIsNotAsDescribed() {
    assertThat(wrong("Snapshot", "{\"generation\": \"two\", \"ageSeconds\": 1}")).isNotEmpty();
    assertThat(wrong("Snapshot", "{\"generation\": 2, \"ageSeconds\": 1, \"more\": 1}"))
        .isNotEmpty();
  }

  private static List<Error> wrong(String schema, String answer) {
    Schema described =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(NAME, description)))
            .getSchema(SchemaLocation.of(NAME + "#/components/schemas/" + schema));
    return described.validate(answer, InputFormat.JSON);
  }
}
