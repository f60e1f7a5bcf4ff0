package io.chipwire.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.app.config.RunConfig;
import io.chipwire.app.web.Published;
import io.chipwire.app.web.SearchServer;
import io.chipwire.job.ArticleStages;
import io.chipwire.job.Live;
import io.chipwire.job.LiveProgress;
import io.chipwire.job.LiveReport;
import io.chipwire.search.ArticleIndex;
import io.chipwire.store.AlertStore;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.Receivers;
import io.chipwire.store.StoreLocation;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An article is published on a site, and its subscriber has it by every way. */
@Timeout(180)
class ToldNewsIT {

  private static final Instant PUBLISHED = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir private Path folder;

  @Test
  void tellsWhatASitePublishesByWebhookMailAndFeed() throws Exception {
    GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
    HttpServer site = site();
    try (Endpoint endpoint = new Endpoint(Endpoint.Behaviour.status(200))) {
      AlertStore store =
          AlertStore.open(
              StoreLocation.of(folder.resolve("alerts.db").toString()),
              Clock.systemUTC(),
              () -> UUID.randomUUID().toString());
      Subscription subscription = subscribe(store, endpoint);
      String feed = "/feeds/" + store.feeds().newSecret(subscription.id()).orElseThrow();
      Live live = live(site, folder.resolve("alerts.db").toString());
      CompletableFuture<LiveReport> running = start(live);
      try (Notifying notifying = notifying(mail, store)) {
        notifying.start();
        await(running, () -> endpoint.last() != null && mail.getReceivedMessages().length > 0);
      }
      live.stop();
      running.get();

      assertWebhook(requireNonNull(endpoint.last()), subscription);
      assertMail(mail.getReceivedMessages()[0]);
      assertFeed(store, feed);
    } finally {
      site.stop(0);
      mail.stop();
    }
  }

  private static HttpServer site() throws IOException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String home = "http://127.0.0.1:" + site.getAddress().getPort();
    answer(
        site,
        "/feed",
        "application/atom+xml",
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>urn:wire</id>
        <entry><id>1</id><title>Dorvel lifts capex</title><link href="%s/story"/>
        <updated>%s</updated></entry></feed>"""
            .formatted(home, PUBLISHED));
    answer(
        site,
        "/story",
        "text/html;charset=utf-8",
        """
        <!DOCTYPE html><html lang="en"><head><title>Dorvel lifts capex</title>
        <meta property="og:type" content="article">
        <meta property="og:title" content="Dorvel lifts capex">
        <meta property="article:published_time" content="%s"></head>
        <body><article><h1>Dorvel lifts capex</h1>
        <p>Micron said on Thursday that its capital expenditures were $43.2 billion in the first
        quarter of 2026. The company builds memory plants in Idaho and in New York.</p>
        <p>Its suppliers had expected less, as prices of memory chips fell for most of the year and
        several customers put off their orders until the summer.</p></article></body></html>"""
            .formatted(PUBLISHED));
    answer(site, "/robots.txt", "text/plain", "User-agent: *\nAllow: /\n");
    site.start();
    return site;
  }

  private static void answer(HttpServer site, String path, String type, String body) {
    site.createContext(
        path,
        (HttpExchange exchange) -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static Subscription subscribe(AlertStore store, Endpoint endpoint) throws Exception {
    return store
        .subscriptions()
        .add(
            new NewSubscription(
                "capex",
                "metric:capex value:>40B",
                "ann",
                List.of(
                    Receivers.channel(ChannelKind.WEBHOOK, endpoint.url()),
                    Receivers.channel(ChannelKind.EMAIL, "ann@example.org")),
                Rules.USUAL));
  }

  private Live live(HttpServer site, String store) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("wire.yaml"),
            """
            contact: ops@example.com
            index: idx
            parallelism: 1
            checkpoint-interval: 300ms
            fetch: {pace: 10ms, allow-addresses: [127.0.0.1]}
            sources:
              - {feed: "http://127.0.0.1:%d/feed", poll: {min: 1s, max: 2s}}
            """
                .formatted(site.getAddress().getPort()));
    return new Live(RunConfig.read(config, null, Map.of()), ArticleStages.real(), LiveProgress.NONE)
        .alerting(store);
  }

  private static CompletableFuture<LiveReport> start(Live live) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return live.run();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Notifying notifying(GreenMail mail, AlertStore store) {
    NotifierOptions options = new NotifierOptions();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("notifier", mixin(options)))
        .parseArgs(
            "--allow-private",
            "--smtp",
            "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
            "--mail-from",
            "wire@example.org",
            "--public-url",
            "https://wire.example/");
    return options.open(store, Terminal.ofProcess());
  }

  private static CommandLine.Model.CommandSpec mixin(NotifierOptions options) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
  }

  private static void await(CompletableFuture<?> running, BooleanSupplier told) throws Exception {
    while (!told.getAsBoolean()) {
      assertThat(running).isNotDone();
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void assertWebhook(Endpoint.Received posted, Subscription subscription)
      throws Exception {
    Map<String, List<String>> headers = new HashMap<>();
    posted
        .headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
    new Webhook(requireNonNull(subscription.channels().getFirst().secret()))
        .verify(posted.body(), headers); // throws where the signature is wrong
    assertThat(posted.body())
        .contains("\"title\":\"Dorvel lifts capex\"")
        .contains("$43.2B")
        .contains("metric:capex value:>40B");
  }

  private static void assertMail(MimeMessage mail) throws Exception {
    assertThat(mail.getSubject()).isEqualTo("[capex] Dorvel lifts capex");
    assertThat(mail.getHeader("List-Unsubscribe")[0])
        .startsWith("<https://wire.example/unsubscribe/");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  private void assertFeed(AlertStore store, String feed) throws Exception {
    try (ArticleIndex index = IndexOption.open(folder.resolve("idx"));
        SearchServer server =
            SearchServer.start(
                index, null, new Published(store, null), "127.0.0.1", 0, List.of())) {
      URI url = URI.create("http://127.0.0.1:" + server.port() + feed + ".atom");
      SyndFeed read = new SyndFeedInput().build(new XmlReader(url.toURL().openStream()));
      assertThat(read.getTitle()).isEqualTo("chipwire: capex");
      assertThat(read.getEntries().getFirst().getTitle()).isEqualTo("Dorvel lifts capex");
      assertThat(read.getLinks()).anyMatch(link -> link.getHref().equals(url.toString()));
    }
  }
}
