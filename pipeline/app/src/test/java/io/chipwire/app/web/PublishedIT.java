package io.chipwire.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.alert.Alert;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.IndexFolder;
import io.chipwire.store.AlertStore;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.StoreLocation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is at secret addresses: feeds, and the end of mails. */
class PublishedIT {

  private final HttpClient client = HttpClient.newHttpClient();
  private AlertStore store;
  private Subscription subscription;
  private ArticleIndex index;
  private SearchServer server;

  @BeforeEach
  void serve(@TempDir Path at) throws Exception {
    IndexFolder folder = new IndexFolder(at.resolve("index"));
    SampleIndex.write(folder);
    index = ArticleIndex.open(folder, Clock.systemUTC());
    store =
        AlertStore.open(
            StoreLocation.of(at.resolve("alerts.db").toString()),
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString());
    subscription =
        store
            .subscriptions()
            .add(
                new NewSubscription(
                    "<memory>",
                    "memory",
                    "ann",
                    List.of(
                        new NewSubscription.NewChannel(
                            ChannelKind.EMAIL, "ann@example.org", "way-out")),
                    new Rules(Delivery.INSTANT, null, 0, 1, true)));
    server =
        SearchServer.start(
            index,
            null,
            new Published(store, URI.create("https://wire.example")),
            "127.0.0.1",
            0,
            List.of());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
    index.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private void put(String article) {
    Instant now = Instant.now();
    store
        .outbox()
        .put(
            List.of(
                new Alert(
                    Alert.id(subscription.id(), article, List.of()),
                    subscription.id(),
                    subscription.name(),
                    article,
                    "Memory <sells>",
                    "https://news.example/" + article,
                    null,
                    "Memory sells well.",
                    List.of(),
                    List.of("memory"),
                    1,
                    List.of(),
                    null,
                    null,
                    null,
                    now,
                    now)));
  }

  @Test
  void servesFeedsToWhoKnowsTheirAddress() throws Exception {
    String path = "/feeds/" + store.feeds().newSecret(subscription.id()).orElseThrow();
    put("a1");

    HttpResponse<String> atom = send(request(path + ".atom"));
    assertThat(atom.statusCode()).isEqualTo(200);
    assertThat(atom.headers().firstValue("Content-Type"))
        .contains("application/atom+xml; charset=utf-8");
    assertThat(atom.body())
        .contains("<title>chipwire: &lt;memory&gt;</title>")
        .contains("href=\"https://wire.example" + path + ".atom\"")
        .contains("<title>Memory &lt;sells&gt;</title>");
    HttpResponse<String> json = send(request(path + ".json"));
    assertThat(json.headers().firstValue("Content-Type")).contains("application/feed+json");
    JsonNode feed = ExtractionJson.mapper().readTree(json.body());
    assertThat(feed.at("/items/0/title").asText()).isEqualTo("Memory <sells>");

    assertThat(send(request("/feeds/AAAAAAAAAAAAAAAAAAAAAA.atom")).statusCode()).isEqualTo(404);
    assertThat(send(request("/feeds/" + "A".repeat(5_000) + ".json")).statusCode()).isEqualTo(404);
    assertThat(send(request(path + ".xml")).statusCode()).isEqualTo(404);
    assertThat(send(request("/metrics")).body())
        .contains("/feeds/{secret}.atom")
        .doesNotContain(path);
  }

  @Test
  void sparesReadersWhatTheyHave() throws Exception {
    String path = "/feeds/" + store.feeds().newSecret(subscription.id()).orElseThrow() + ".atom";
    put("a1");
    String tag = send(request(path)).headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> same = send(request(path).header("If-None-Match", tag));
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    put("a2");
    assertThat(send(request(path).header("If-None-Match", tag)).statusCode()).isEqualTo(200);
  }

  @Test
  void endsMailsByPostOnly() throws Exception {
    String path = "/unsubscribe/way-out";

    HttpResponse<String> asked = send(request(path));
    assertThat(asked.body()).contains("“&lt;memory&gt;”").contains("<form method=\"post\">");
    assertThat(channel().disabled()).isNull();
    HttpResponse<String> done =
        send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(channel().disabled()).isEqualTo("unsubscribed by its reader");
    assertThat(send(request("/unsubscribe/other")).statusCode()).isEqualTo(404);
  }

  private Channel channel() {
    return store.subscriptions().all().getFirst().channels().getFirst();
  }
}
