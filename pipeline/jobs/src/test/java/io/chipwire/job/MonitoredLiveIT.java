package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chipwire.address.AddressRange;
import io.chipwire.job.monitor.Health;
import io.chipwire.job.monitor.MonitorAddress;
import io.chipwire.search.IndexFolder;
import io.chipwire.web.FetchPolicy;
import io.chipwire.web.SourceKind;
import io.chipwire.web.WatchedSource;
import io.chipwire.web.flink.FetcherFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live job, seen from outside. */
@Timeout(120)
class MonitoredLiveIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Path DASHBOARD = Path.of("../../docker/grafana/chipwire.json");

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final CompletableFuture<InetSocketAddress> address = new CompletableFuture<>();
  private final AtomicReference<Health> shown = new AtomicReference<>();

  private final LiveProgress listener =
      new LiveProgress() {
        @Override
        public void progress(LiveCounts counts, boolean running, Health health) {
          shown.set(health);
        }

        @Override
        public void monitored(InetSocketAddress at) {
          address.complete(at);
        }
      };

  private static WatchedSource feed(String name, String url) {
    return new WatchedSource(
        name, SourceKind.FEED, url, Duration.ofMillis(100), Duration.ofMillis(200), null, true);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + address.get().getPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void until(Callable<Boolean> reached) throws Exception {
    while (!reached.call()) {
      Thread.sleep(50); // what another process would do, too
    }
  }

  private boolean isIndexed(Path index, int articles) throws IOException {
    return new IndexFolder(index).exists() && IndexedArticles.texts(index).size() == articles;
  }

  private String state(String source) throws Exception {
    for (JsonNode node : JSON.readTree(get("/health").body()).get("sources")) {
      if (node.get("name").asText().equals(source)) {
        return node.get("state").asText();
      }
    }
    return "unknown";
  }

  private static Set<String> exported(String scrape) {
    Set<String> names = new TreeSet<>();
    scrape
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }

  /** Names of metrics in the expressions of a dashboard's panels. */
  private static Set<String> asked(JsonNode dashboard) {
    Set<String> names = new TreeSet<>();
    for (JsonNode expression : dashboard.findValues("expr")) {
      Pattern.compile("\\b(?:chipwire|flink)_\\w+")
          .matcher(expression.asText())
          .results()
          .map(MatchResult::group)
          .forEach(names::add);
    }
    return names;
  }

  @Test
  void tellsOfFailingAndSilentSourcesAndExportsWhatTheDashboardAsksFor() throws Exception {
    Path index = folder.resolve("index");
    Instant start = Instant.now();
    try (NewsSite busy = new NewsSite();
        NewsSite quiet = new NewsSite()) {
      busy.publish("/a/1", "Story 1", LiveIT.text(1, "first"), "2026-05-01T09:00:00Z");
      busy.publish("/private/2", "Story 2", LiveIT.text(2, "first"), "2026-05-01T09:00:00Z");
      quiet.publish("/a/3", "Story 3", LiveIT.text(3, "first"), "2026-05-01T09:00:00Z");
      LiveOptions options =
          new LiveOptions(
                  index,
                  List.of(
                      feed("a \"busy\" one\n", busy.url("/feed")),
                      feed("broken", busy.url("/missing")),
                      feed("quiet", quiet.url("/feed"))),
                  FetchPolicy.of("mailto:ops@example.com")
                      .withAllowed(List.of(new AddressRange("127.0.0.1"))),
                  Duration.ofMillis(20),
                  2,
                  Duration.ofMillis(500))
              .monitored(MonitorAddress.local(0));
      ArticleStages stages =
          new ArticleStages(ArticleStages.real().reader(), () -> TestArticles::extraction);
      Live live =
          new Live(
              options,
              stages,
              new Outside(FetcherFactory.http(options.policy()), LeapingClock.reset()),
              listener);
      CompletableFuture<LiveReport> report = LiveRuns.start(live);
      try {
        assertThat(address.get().getAddress().isLoopbackAddress()).isTrue();
        until(() -> isIndexed(index, 2));
        LeapingClock.leap(Duration.ofHours(1));
        quiet.publish("/a/4", "Story 4", LiveIT.text(4, "first"), "2026-05-01T10:00:00Z");
        until(() -> isIndexed(index, 3));
        LeapingClock.leap(Duration.ofDays(30));
        until(() -> state("quiet").equals("silent"));

        HttpResponse<String> health = get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        JsonNode told = JSON.readTree(health.body());
        assertThat(told.get("status").asText()).isEqualTo("degraded");
        assertThat(told.get("running").asBoolean()).isTrue();
        assertThat(Instant.parse(told.get("lastCheckpoint").asText())).isAfter(start);
        assertThat(told.get("sources"))
            .extracting(source -> source.get("state").asText())
            .containsExactly("fine", "failing", "silent");
        assertThat(told.get("sources").get(1).get("message").asText())
            .isEqualTo(
                "HTTP_STATUS: source broken: "
                    + busy.url("/missing")
                    + ": status 404, expected 200");
        assertThat(told.get("sources").get(2).get("message").asText())
            .startsWith("nothing new since ");
        until(() -> shown.get() != null && shown.get().sources(Health.State.SILENT) == 1);

        String scrape = get("/metrics").body();
        assertThat(scrape)
            .containsPattern(
                "chipwire_fetches_total\\{.*outcome=\"fetched\",source=\"quiet\".*} 2.0")
            .containsPattern(
                "chipwire_fetches_total\\{.*outcome=\"disallowed\",source=\"a \\\\\"busy\\\\\" one\\\\n\".*} 1.0")
            .containsPattern("chipwire_source_state\\{.*source=\"broken\".*} 1.0")
            .containsPattern("chipwire_source_state\\{.*source=\"quiet\".*} 2.0")
            .contains("# HELP chipwire_links_waiting Links that wait")
            .doesNotContain("split=");
        assertThat(scrape.lines().filter(line -> line.startsWith("# HELP chipwire_")))
            .as("each has a description")
            .hasSameSizeAs(
                scrape.lines().filter(line -> line.startsWith("# TYPE chipwire_")).toList());
        assertThat(exported(scrape)).containsAll(asked(JSON.readTree(Files.readString(DASHBOARD))));
      } finally {
        live.stop();
      }
      assertThat(report.get().counts().articles()).isEqualTo(3);
    }
  }
}
