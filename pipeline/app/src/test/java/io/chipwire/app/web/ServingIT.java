package io.chipwire.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.extraction.Extraction;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.ArticleIndexWriter;
import io.chipwire.search.IndexFolder;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says beside its answers: tags, compression, metrics, methods. */
class ServingIT {

  private final HttpClient client = HttpClient.newHttpClient();
  private IndexFolder folder;
  private @Nullable ArticleIndex index;
  private @Nullable SearchServer server;

  @BeforeEach
  void serve(@TempDir Path at) throws Exception {
    folder = new IndexFolder(at.resolve("index"));
    SampleIndex.write(folder);
    index = ArticleIndex.open(folder, Clock.systemUTC());
    server = SearchServer.start(index, "127.0.0.1", 0, List.of());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
    index.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String tag(HttpResponse<?> response) {
    return response.headers().firstValue("ETag").orElse("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/search?q=amazon",
        "/api/v1/facets?q=amazon",
        "/api/v1/article?id=https%3A%2F%2Fnews.example%2F1",
        "/api/v1/series?q=amazon",
        "/api/v1/ledger?q=micron",
        "/api/v1/conflicts?q=amazon",
        "/api/v1/suggest?q=ama",
        "/api/v1/export?q=amazon"
      })
  void sparesCallersWhatTheyHave(String path) throws Exception {
    String tag = tag(send(request(path)));
    assertThat(tag).matches("W/\"\\d+-[0-9a-z]+\"");

    HttpResponse<String> again = send(request(path).header("If-None-Match", "\"other\", " + tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(tag(again)).isEqualTo(tag);
  }

  @Test
  void answersAnewAboutAnotherQuestionOrState() throws Exception {
    String tag = tag(send(request("/api/v1/search?q=amazon")));
    HttpResponse<String> other =
        send(request("/api/v1/search?q=micron").header("If-None-Match", tag));
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(tag(other)).isNotEqualTo(tag);

    Extraction known = index.get("https://news.example/1").orElseThrow();
    try (ArticleIndexWriter writer = ArticleIndexWriter.open(folder, Clock.systemUTC())) {
      writer.put(known);
      writer.commit();
    }
    HttpResponse<String> later =
        send(request("/api/v1/search?q=amazon").header("If-None-Match", tag));
    assertThat(later.statusCode()).isEqualTo(200);
    assertThat(tag(later)).isNotEqualTo(tag);
  }

  @Test
  void givesPagesNoTagSinceTheyTellHowOldTheIndexIs() throws Exception {
    for (String path : List.of("/?q=amazon", "/ledger?q=micron")) {
      assertThat(tag(send(request(path)))).as(path).isEqualTo("none");
    }
  }

  @Test
  void givesErrorsNoTag() throws Exception {
    for (String path : List.of("/api/v1/search?q=value:lots", "/api/v1/article?id=no")) {
      HttpResponse<String> error = send(request(path));
      assertThat(error.statusCode()).as(path).isBetween(400, 499);
      assertThat(tag(error)).as(path).isEqualTo("none");
    }
  }

  @Test
  void takesNoOtherMethods() throws Exception {
    String tag = tag(send(request("/api/v1/search?q=amazon")));
    for (String method : List.of("POST", "PUT", "DELETE")) {
      HttpResponse<String> refused =
          send(
              request("/api/v1/search?q=amazon")
                  .header("If-None-Match", tag)
                  .method(method, HttpRequest.BodyPublishers.noBody()));
      assertThat(refused.statusCode()).as(method).isEqualTo(405);
    }
    HttpResponse<String> head =
        send(
            request("/api/v1/search?q=amazon").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/search?q=*",
        "/api/v1/export?q=*&of=articles&format=ndjson",
        "/?q=amazon",
        "/assets/chipwire.css"
      })
  void packsAnswersForWhoCanUnpackThem(String path) throws Exception {
    String plain = send(request(path)).body();
    HttpResponse<byte[]> packed =
        client.send(
            request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());

    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
    assertThat(packed.body().length).isLessThan(plain.length());
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      String body = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(withoutAge(body)).isEqualTo(withoutAge(plain));
    }
  }

  private static String withoutAge(String body) {
    return body.replaceAll("\"ageSeconds\":[0-9.]+|\\d+ s ago", "");
  }

  @Test
  void countsRequestsForItsOperator() throws Exception {
    send(request("/api/v1/search?q=amazon"));
    send(request("/api/v1/search?q=value:lots"));
    send(request("/invented/" + "x".repeat(20)));
    String metrics = send(request("/metrics")).body();

    assertThat(lines(metrics))
        .contains(
            "http_server_requests_seconds_count{route=\"/api/v1/search\",status=\"200\"} 1",
            "http_server_requests_seconds_count{route=\"/api/v1/search\",status=\"400\"} 1",
            "http_server_requests_seconds_count{route=\"none\",status=\"404\"} 1",
            "chipwire_index_articles 4.0",
            "chipwire_requests_at_work{kind=\"question\"} 0.0");
    assertThat(metrics)
        .contains("chipwire_index_age_seconds ")
        .contains("jvm_memory_used_bytes{")
        .doesNotContain("invented");
  }

  private static Set<String> lines(String text) {
    return text.lines().collect(Collectors.toSet());
  }
}
