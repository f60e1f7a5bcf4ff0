package io.chipwire.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.address.AddressRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherIT {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final FetchPolicy POLICY =
      FetchPolicy.of("mailto:ops@example.com")
          .withAllowed(List.of(new AddressRange("127.0.0.1")))
          .withLimits(100_000, Duration.ofSeconds(2));

  private final TestSite site = new TestSite();

  @AfterEach
  void stop() {
    site.close();
  }

  private FetchOutcome fetch(FetchPolicy policy, FetchRequest request) {
    try (HttpFetcher fetcher = new HttpFetcher(policy, CLOCK, NameResolver.SYSTEM)) {
      return fetcher.fetch(request);
    }
  }

  private FetchOutcome fetch(String path) {
    return fetch(POLICY, FetchRequest.of(site.uri(path)));
  }

  private static void assertFailed(FetchOutcome outcome, FetchFailure reason, String message) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            FetchOutcome.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(failed.message()).contains(message);
            });
  }

  @Test
  void fetchesADocumentAndSaysWhoAsks() {
    site.serve(
        "/a?b=c",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          TestSite.send(
              exchange,
              200,
              "Text/HTML; charset=ISO-8859-1",
              "größer".getBytes(StandardCharsets.ISO_8859_1));
        });

    FetchOutcome outcome = fetch("/a?b=c");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            FetchOutcome.Fetched.class,
            fetched -> {
              assertThat(fetched.uri()).isEqualTo(site.uri("/a?b=c"));
              assertThat(fetched.mediaType()).isEqualTo("text/html");
              assertThat(fetched.charset()).isEqualTo("ISO-8859-1");
              assertThat(new String(fetched.body(), StandardCharsets.ISO_8859_1))
                  .isEqualTo("größer");
              assertThat(fetched.validators()).isEqualTo(new Validators("\"v1\"", null));
              assertThat(fetched.at()).isEqualTo(NOW);
            });
    assertThat(site.paths()).containsExactly("/robots.txt", "/a?b=c");
    assertThat(site.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.header("User-agent"))
                  .isEqualTo("chipwire/0.1 (+mailto:ops@example.com)");
              assertThat(asked.header("Host")).isEqualTo("127.0.0.1:" + site.port());
            });
  }

  @Test
  void asksWithTheNameButOnlyAtTheAddressThatWasChecked() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    NameResolver once =
        host -> {
          lookups.incrementAndGet();
          return List.of(InetAddress.getByName("127.0.0.1"));
        };
    site.serve("/a", "text/html", "hello");
    try (HttpFetcher fetcher = new HttpFetcher(POLICY, CLOCK, once)) {
      // No system resolver knows this name: the request can only have used our answer.
      URI uri = URI.create("http://news.invalid:" + site.port() + "/a");

      assertThat(fetcher.fetch(FetchRequest.of(uri))).isInstanceOf(FetchOutcome.Fetched.class);
    }
    assertThat(lookups).as("robots.txt and page came over one connection").hasValue(1);
    assertThat(site.asked().getLast().header("Host")).isEqualTo("news.invalid:" + site.port());
  }

  @Test
  void saysNotModifiedForAKnownVersion() {
    site.serve(
        "/feed",
        exchange -> {
          boolean known =
              "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                  && "Fri, 01 May 2026 10:00:00 GMT"
                      .equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
          TestSite.send(exchange, known ? 304 : 200, "text/xml", new byte[0]);
        });
    Validators validators = new Validators("\"v1\"", "Fri, 01 May 2026 10:00:00 GMT");

    assertThat(fetch(POLICY, new FetchRequest(site.uri("/feed"), validators, 0)))
        .isEqualTo(new FetchOutcome.NotModified());
  }

  @Test
  void neverAsksForWhatRobotsTxtForbids() {
    site.serve(
            "/robots.txt",
            "text/plain",
            "User-agent: *\nAllow: /\n\nUser-agent: Chipwire\nDisallow: /private\nCrawl-delay: 3\n")
        .serve("/private/a", "text/html", "secret")
        .serve("/b", "text/html", "open")
        .redirect("/c", "/private/a");
    try (HttpFetcher fetcher = new HttpFetcher(POLICY, CLOCK, NameResolver.SYSTEM)) {
      assertThat(fetcher.crawlDelay(site.uri("/"))).isEmpty();
      assertThat(fetcher.fetch(FetchRequest.of(site.uri("/private/a"))))
          .isEqualTo(
              new FetchOutcome.Disallowed(
                  site.uri("/private/a") + ": disallowed by the site's robots.txt"));
      assertThat(fetcher.fetch(FetchRequest.of(site.uri("/c"))))
          .isInstanceOf(FetchOutcome.Disallowed.class);
      assertThat(fetcher.fetch(FetchRequest.of(site.uri("/b"))))
          .isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(fetcher.crawlDelay(site.uri("/"))).contains(Duration.ofSeconds(3));
    }
    assertThat(site.paths()).containsExactly("/robots.txt", "/c", "/b");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void asksForNothingWhereRobotsTxtCannotBeHad(int status) {
    site.status("/robots.txt", status).serve("/a", "text/html", "hello");
    try (HttpFetcher fetcher = new HttpFetcher(POLICY, CLOCK, NameResolver.SYSTEM)) {
      FetchOutcome first = fetcher.fetch(FetchRequest.of(site.uri("/a")));
      FetchOutcome last = fetcher.fetch(new FetchRequest(site.uri("/a"), Validators.NONE, 4));

      assertThat(first)
          .isInstanceOfSatisfying(
              FetchOutcome.Retry.class,
              retry -> {
                assertThat(retry.reason()).isEqualTo(FetchFailure.ROBOTS_UNAVAILABLE);
                assertThat(retry.at()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
                assertThat(retry.message()).contains("/robots.txt: status " + status);
              });
      assertThat(last).isInstanceOf(FetchOutcome.Disallowed.class);
    }
    assertThat(site.paths()).containsExactly("/robots.txt");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void asksFreelyWhereThereIsNoRobotsTxt(int status) {
    site.status("/robots.txt", status).serve("/a", "text/html", "hello");

    assertThat(fetch("/a")).isInstanceOf(FetchOutcome.Fetched.class);
  }

  @Test
  void readsTheBeginningOfAnEndlessRobotsTxt() {
    String robots = "User-agent: *\nDisallow: /private\n" + "# filler\n".repeat(1_200_000);
    site.serve("/robots.txt", "text/plain", robots).serve("/b", "text/html", "open");

    assertThat(fetch("/private")).isInstanceOf(FetchOutcome.Disallowed.class);
    assertThat(fetch("/b")).isInstanceOf(FetchOutcome.Fetched.class);
  }

  @Test
  void followsRedirectsAndSaysWhereTheyEnded() {
    site.redirect("/a", "/b")
        .redirect("/b", site.uri("/c").toString())
        .serve("/c", "text/html", "x");

    assertThat(fetch("/a"))
        .isInstanceOfSatisfying(
            FetchOutcome.Fetched.class,
            fetched -> assertThat(fetched.uri()).isEqualTo(site.uri("/c")));
  }

  @Test
  void leavesACircleAndAnEndlessChain() {
    site.redirect("/a", "/b").redirect("/b", "/a");
    for (int i = 0; i < 20; i++) {
      site.redirect("/chain" + i, "/chain" + (i + 1));
    }

    assertFailed(fetch("/a"), FetchFailure.REDIRECT, "redirects in a circle");
    assertFailed(fetch("/chain0"), FetchFailure.REDIRECT, "more than 5 times");
    assertThat(site.paths()).contains("/chain5").doesNotContain("/chain6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "", "http://user@example.com/"})
  void refusesRedirectsToNowhere(String location) {
    site.redirect("/a", location);

    assertFailed(fetch("/a"), FetchFailure.REDIRECT, "expected an http or https address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2:9/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]:9/"
      })
  void refusesRedirectsIntoThePrivateNetwork(String location) {
    site.redirect("/a", location);

    assertFailed(
        fetch("/a"), FetchFailure.FORBIDDEN_ADDRESS, "expected a public address, or one that");
  }

  @Test
  void refusesNamesThatLeadIntoThePrivateNetwork() {
    NameResolver rebound =
        host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.7"));
    try (HttpFetcher fetcher = new HttpFetcher(POLICY, CLOCK, rebound)) {
      FetchRequest request = FetchRequest.of(URI.create("https://news.invalid/a"));

      assertFailed(
          fetcher.fetch(request),
          FetchFailure.FORBIDDEN_ADDRESS,
          "https://news.invalid/robots.txt: leads to 10.0.0.7");
    }
  }

  @Test
  void refusesLoopbackUnlessAllowed() {
    site.serve("/a", "text/html", "hello");

    assertFailed(
        fetch(POLICY.withAllowed(List.of()), FetchRequest.of(site.uri("/a"))),
        FetchFailure.FORBIDDEN_ADDRESS,
        "leads to 127.0.0.1");
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void unpacksGzipUpToTheLimit() throws IOException {
    byte[] small = gzip(50_000);
    byte[] bomb = gzip(200_000_000);
    serveGzip("/small", small);
    serveGzip("/bomb", bomb);
    serveGzip("/cut", Arrays.copyOf(small, small.length / 2));
    assertThat(bomb.length).isGreaterThan(100_000);
    serveGzip("/dense", gzip(5_000_000));

    assertThat(fetch("/small"))
        .isInstanceOfSatisfying(
            FetchOutcome.Fetched.class, fetched -> assertThat(fetched.body()).hasSize(50_000));
    assertFailed(fetch("/bomb"), FetchFailure.TOO_LARGE, "longer than 100000 bytes");
    assertFailed(fetch("/dense"), FetchFailure.TOO_LARGE, "longer than 100000 bytes");
    assertFailed(fetch("/cut"), FetchFailure.MALFORMED, "broken body");
  }

  @Test
  void unpacksBrotliUpToTheLimit() {
    byte[] page = Base64.getDecoder().decode("CweAPHA+Z3LDtsOfZXI8L3A+Aw==");
    byte[] bomb =
        Base64.getDecoder().decode("y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v1f/rPE4J8AiMMCAF2SGA==");
    servePacked("/page", "br", page);
    servePacked("/bomb", "br", bomb);
    servePacked("/cut", "br", Arrays.copyOf(page, page.length / 2));
    servePacked("/none", "br", new byte[] {1, 2, 3});

    assertThat(fetch("/page"))
        .isInstanceOfSatisfying(
            FetchOutcome.Fetched.class,
            fetched ->
                assertThat(new String(fetched.body(), StandardCharsets.UTF_8))
                    .isEqualTo("<p>größer</p>"));
    assertThat(site.asked().getLast().header("Accept-encoding")).isEqualTo("gzip, br");
    assertFailed(fetch("/bomb"), FetchFailure.TOO_LARGE, "longer than 100000 bytes");
    assertFailed(fetch("/cut"), FetchFailure.MALFORMED, "broken body");
    assertFailed(fetch("/none"), FetchFailure.MALFORMED, "broken body");
  }

  @Test
  void refusesAServerWithoutATrustedCertificate(@TempDir Path folder) throws Exception {
    try (TestSite secure = TestSite.withOwnCertificate(folder)) {
      secure.serve("/a", "text/html", "hello");

      assertThat(fetch(POLICY, FetchRequest.of(secure.uri("/a"))))
          .isInstanceOfSatisfying(
              FetchOutcome.Retry.class,
              retry -> assertThat(retry.message()).contains("no secure connection"));
      assertThat(secure.asked()).isEmpty();
    }
  }

  private void serveGzip(String path, byte[] body) {
    servePacked(path, "gzip", body);
  }

  private void servePacked(String path, String coding, byte[] body) {
    site.serve(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", coding);
          TestSite.send(exchange, 200, "text/html", body);
        });
  }

  private static byte[] gzip(int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      byte[] block = new byte[10_000];
      for (int left = zeros; left > 0; left -= block.length) {
        out.write(block);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void refusesACodingThatItDidNotAskFor() {
    site.serve(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "zstd");
          TestSite.send(exchange, 200, "text/html", new byte[] {1, 2, 3});
        });

    assertFailed(fetch("/a"), FetchFailure.MALFORMED, "content coding \"zstd\", expected gzip, br");
  }

  @Test
  void hangsUpOnAnEndlessBody() {
    site.serve(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          drip(exchange.getResponseBody(), 65_536, 0);
        });

    assertFailed(fetch("/endless"), FetchFailure.TOO_LARGE, "longer than 100000 bytes");
  }

  @Test
  void hangsUpOnAServerThatIsTooSlow() {
    site.serve(
            "/slow",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              drip(exchange.getResponseBody(), 1, 50);
            })
        .serve("/silent", exchange -> pause(10_000));

    for (String path : List.of("/slow", "/silent")) {
      long start = System.nanoTime();
      FetchOutcome outcome = fetch(path);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              FetchOutcome.Retry.class,
              retry -> {
                assertThat(retry.reason()).isEqualTo(FetchFailure.TIMEOUT);
                assertThat(retry.at()).isEqualTo(NOW.plus(Duration.ofSeconds(30)));
              });
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  private static void drip(OutputStream out, int bytes, int pauseMillis) {
    byte[] drop = new byte[bytes];
    try {
      for (int i = 0; i < 2_000; i++) {
        out.write(drop);
        out.flush();
        pause(pauseMillis);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("they hung up", e);
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "503, 120, 120",
    "429, 1, 30",
    "500, '', 30",
    "503, 'Fri, 01 May 2026 12:05:00 GMT', 300",
    "503, soon, 30",
    "503, 999999999, 21600"
  })
  void triesAgainWhenTheServerSays(int status, String retryAfter, int seconds) {
    site.serve(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", retryAfter);
          TestSite.send(exchange, status, "text/plain", new byte[0]);
        });

    assertThat(fetch("/a"))
        .isEqualTo(
            new FetchOutcome.Retry(
                NOW.plusSeconds(seconds),
                status < 500 ? FetchFailure.STATUS : FetchFailure.SERVER_STATUS,
                site.uri("/a") + ": status " + status));
  }

  @Test
  void waitsFourTimesLongerWithEachAttemptAndGivesUp() {
    site.status("/a", 500);

    assertThat(fetch(POLICY, new FetchRequest(site.uri("/a"), Validators.NONE, 2)))
        .isInstanceOfSatisfying(
            FetchOutcome.Retry.class,
            retry -> assertThat(retry.at()).isEqualTo(NOW.plusSeconds(480)));
    assertFailed(
        fetch(POLICY, new FetchRequest(site.uri("/a"), Validators.NONE, 4)),
        FetchFailure.SERVER_STATUS,
        "/a: status 500; attempt 5");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 206, 400, 403, 404, 410, 501})
  void givesUpAtOnceOnOtherStatuses(int status) {
    site.status("/a", status);

    FetchFailure failure = status < 500 ? FetchFailure.STATUS : FetchFailure.SERVER_STATUS;
    assertFailed(fetch("/a"), failure, "/a: status " + status + ", expected 200");
  }

  @Test
  void triesAgainWhereNobodyAnswers() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    FetchRequest request = FetchRequest.of(URI.create("http://127.0.0.1:" + closed + "/a"));

    assertThat(fetch(POLICY, request))
        .isInstanceOfSatisfying(
            FetchOutcome.Retry.class,
            retry -> assertThat(retry.reason()).isEqualTo(FetchFailure.ROBOTS_UNAVAILABLE));
  }

  @Test
  void triesAgainWhereTheNameIsUnknown() {
    NameResolver none =
        host -> {
          throw new java.net.UnknownHostException(host);
        };
    try (HttpFetcher fetcher = new HttpFetcher(POLICY, CLOCK, none)) {
      assertThat(fetcher.fetch(FetchRequest.of(URI.create("http://news.invalid/a"))))
          .isInstanceOfSatisfying(
              FetchOutcome.Retry.class,
              retry -> assertThat(retry.message()).contains("\"news.invalid\" has no address"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tdm-reservation, 1, true",
    "tdm-reservation, 0, false",
    "X-Robots-Tag, noai, true",
    "X-Robots-Tag, 'noindex, NoAI', true",
    "X-Robots-Tag, 'chipwire: noai', true",
    "X-Robots-Tag, 'otherbot: noai', false",
    "X-Robots-Tag, 'unavailable_after: 25 Jun 2026 15:00:00 PST', false",
    "X-Robots-Tag, noindex, false"
  })
  void tellsWhetherTheServerReservesTheUseByMachines(String header, String value, boolean out) {
    site.serve(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().set(header, value);
          TestSite.send(exchange, 200, "text/html", new byte[] {'x'});
        });

    assertThat(fetch("/a"))
        .isInstanceOfSatisfying(
            FetchOutcome.Fetched.class, fetched -> assertThat(fetched.optedOut()).isEqualTo(out));
  }

  @Test
  void asksForRobotsTxtOnceInItsTime() {
    site.serve("/a", "text/html", "a").serve("/b", "text/html", "b");
    try (HttpFetcher fetcher = new HttpFetcher(POLICY, CLOCK, NameResolver.SYSTEM)) {
      fetcher.fetch(FetchRequest.of(site.uri("/a")));
      fetcher.fetch(FetchRequest.of(site.uri("/b")));
    }
    assertThat(site.paths()).containsExactly("/robots.txt", "/a", "/b");
  }
}
