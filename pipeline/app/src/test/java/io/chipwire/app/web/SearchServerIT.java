package io.chipwire.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Entity;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.fact.Span;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.ArticleIndexWriter;
import io.chipwire.search.IndexFolder;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server over real HTTP. */
class SearchServerIT {

  private static final String TEXT =
      "Amazon will spend $200 billion on <b>Trainium</b> sites in 2026.";
  private static final String EVIL = "<script>alert('x')</script> & \"quotes\"";

  private static @Nullable ArticleIndex index;
  private static @Nullable SearchServer server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    IndexFolder at = new IndexFolder(folder.resolve("index"));
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(at, Clock.systemUTC())) {
      writer.put(extraction("https://news.example/a", "Amazon lifts its budget", TEXT));
      writer.put(extraction("javascript:alert(1)", EVIL, TEXT + " " + EVIL));
      writer.commit();
    }
    index = ArticleIndex.open(at, Clock.systemUTC());
    server = SearchServer.start(index, "127.0.0.1", 0, List.of());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    index.close();
  }

  private static Extraction extraction(String url, String title, String text) {
    int start = text.indexOf("$200 billion");
    Article article =
        new Article(
            url,
            "test",
            0,
            null,
            url,
            title,
            "A. Writer",
            "Example <News>",
            Instant.parse("2026-04-30T00:00:00Z"),
            null,
            null,
            null,
            "en",
            text,
            List.of(),
            List.of());
    return new Extraction(
        article,
        List.of(new Entity("amazon", EntityType.COMPANY, "Amazon", List.of(new Span(0, 6)))),
        List.of(
            new Figure(
                start,
                start + 12,
                "$200 billion",
                "USD",
                new BigDecimal("200e9"),
                new BigDecimal("200e9"),
                Bound.EXACT,
                null,
                Metric.CAPEX,
                "amazon",
                null,
                "2026",
                null,
                FigureStatus.GUIDANCE,
                false,
                0.9)),
        List.of(),
        List.of(
            new Signal(
                0,
                30,
                SignalKind.CAPEX,
                "amazon",
                null,
                null,
                TEXT,
                List.of(0),
                List.of(),
                false,
                0.9)));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create(server.url().replaceAll("/$", "") + path);
    return CLIENT.send(
        HttpRequest.newBuilder(uri).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void answersASearchAsAPage() throws Exception {
    HttpResponse<String> page = get("/?q=" + encoded("metric:capex value:>40B"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("2 articles")
        .contains("Amazon lifts its budget")
        .contains("$200B · capex · Amazon · 2026 · guidance")
        .contains("value=\"metric:capex value:>40B\"");
  }

  @Test
  void saysWhatToDoWhereNothingMatches() throws Exception {
    for (String page : List.of("/", "/series", "/ledger", "/conflicts")) {
      assertThat(get(page + "?q=nobodyeverwrotethis").body())
          .as(page)
          .contains("Fewer conditions find more");
    }
    assertThat(get("/?q=amazon").body()).doesNotContain("Fewer conditions");
    assertThat(get("/?q=value:lots").body()).doesNotContain("Fewer conditions");
  }

  @Test
  void saysThatUnsureFiguresAreLeftOutUnlessTheQuerySaysHowSure() throws Exception {
    for (String page : List.of("/series?q=", "/conflicts?q=")) {
      assertThat(get(page + encoded("metric:capex")).body()).contains("sure figures only");
      assertThat(get(page + encoded("\"confidence: high\"")).body()).contains("sure figures only");
      assertThat(get(page + encoded("metric:capex CONFIDENCE:>0.1")).body())
          .doesNotContain("sure figures only");
    }
    assertThat(get("/ledger?q=*").body()).doesNotContain("sure figures only");
  }

  @Test
  void answersTheSameSearchAsJson() throws Exception {
    JsonNode json = json(get("/api/v1/search?limit=1&q=" + encoded("metric:capex")));
    assertThat(json.at("/total").asInt()).isEqualTo(2);
    assertThat(json.at("/results")).hasSize(1);
    assertThat(json.at("/snapshot/generation").isNumber()).isTrue();
    assertThat(json.at("/results/0/figures/0/metric").asText()).isEqualTo("capex");
  }

  @Test
  void marksTheFactsOfAnArticle() throws Exception {
    String page = get("/article?id=" + encoded("https://news.example/a")).body();
    assertThat(page)
        .contains(
            "<span class=\"figure\" data-reading=\"$200B · capex · Amazon · 2026 · guidance\"")
        .contains("<span class=\"entity\" data-reading=\"Amazon · company\"")
        .contains("href=\"https://news.example/a\"");
  }

  @Test
  void escapesEverythingThatAnArticleSays() throws Exception {
    String found = get("/?q=" + encoded("company:amazon")).body();
    String article = get("/article?id=" + encoded("javascript:alert(1)")).body();
    assertThat(found)
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert")
        .contains("Example &lt;News&gt;");
    assertThat(article)
        .doesNotContain("<script>alert")
        .doesNotContain("<b>Trainium")
        .doesNotContain("href=\"javascript:");
    assertThat(get("/?q=" + encoded("\"><img src=x>")).body()).doesNotContain("<img");
  }

  @Test
  void forbidsEverythingFromElsewhere() throws Exception {
    for (String path :
        List.of(
            "/", "/article?id=none", "/nowhere", "/api/v1/search?q=*", "/assets/chipwire.css")) {
      HttpResponse<String> response = get(path);
      assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void saysWhereAQueryIsBroken() throws Exception {
    HttpResponse<String> api = get("/api/v1/search?q=" + encoded("micron value:lots"));
    assertThat(api.statusCode()).isEqualTo(400);
    assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = ExtractionJson.mapper().readTree(api.body());
    assertThat(problem.at("/title").asText()).isEqualTo("Not a query");
    assertThat(problem.at("/position").asInt()).isPositive();
    HttpResponse<String> page = get("/?q=" + encoded("micron value:lots"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"").contains("query at");
  }

  @Test
  void answersHostileRequestsWithAClientError() throws Exception {
    assertThat(get("/api/v1/search?q=" + "(".repeat(3_000)).statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/search?q=" + "a".repeat(100_000)).statusCode()).isBetween(400, 499);
    assertThat(get("/api/v1/search?q=*&limit=many").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/search?q=*&limit=-1").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/search?q=*&order=best").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/search?q=*&cursor=xyz").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/article?id=none").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/article").statusCode()).isEqualTo(400);
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsItsHealth() throws Exception {
    assertThat(json(get("/health")).at("/status").asText()).isEqualTo("ok");
  }

  @Test
  void servesItsOwnAssets() throws Exception {
    assertThat(get("/assets/htmx.min.js").body()).contains("htmx");
    assertThat(get("/assets/chipwire.css").headers().firstValue("Content-Type"))
        .contains("text/css; charset=utf-8");
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    return ExtractionJson.mapper().readTree(response.body());
  }
}
