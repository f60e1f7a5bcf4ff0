package io.chipwire.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chipwire.article.RejectionReason;
import io.chipwire.search.IndexFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Five hosts on 127.0.0.1, told apart by their ports, with {@value #ARTICLES} invented articles
 * among them, and everything that makes the web hard: a feed with an ETag and a robots.txt with a
 * delay; links that are redirected; an index of sitemaps, one gzipped; a list on a slow host whose
 * pages have ETags; copies of other hosts' stories on a host that fails at first and has lost some
 * pages. Every host forbids what is under {@code /private/}. Remembers what it was asked for.
 */
final class InventedWeb implements AutoCloseable {

  static final int ARTICLES = 200;

  /** What the first host's robots.txt asks for, in milliseconds. */
  static final long DELAY = 200;

  private static final int HOSTS = 5;
  private static final int OF_A_HOST = ARTICLES / HOSTS;
  private static final int PRIVATE_OF_A_HOST = 3;
  private static final int LOST = 2;
  private static final long SLOW = 60;
  private static final int DELAYED = 0;
  private static final int REDIRECTING = 1;
  private static final int MAPPED = 2;
  private static final int LISTED = 3;
  private static final int FAILING = 4;

  private static final Instant PUBLISHED =
      Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

  private static final String[] WORDS =
      ("wafer memory foundry order price quarter margin capacity customer delay shipment node yield"
              + " fab supplier contract budget forecast demand stock export licence packaging tool"
              + " cluster server rack power cooling rent lease bond share revenue guidance plant")
          .split(" ");

  /**
   * A request, and how it was answered.
   *
   * @param from when it came, in nanoseconds of this process
   * @param to when it was answered
   */
  record Asked(int host, String path, int status, long from, long to) {}

  private final List<HttpServer> servers = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

  InventedWeb() throws IOException {
    for (int host = 0; host < HOSTS; host++) {
      int number = host;
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.setExecutor(threads);
      server.createContext("/", exchange -> handle(number, exchange));
      server.start();
      servers.add(server);
    }
  }

  String url(int host, String path) {
    return "http://127.0.0.1:" + servers.get(host).getAddress().getPort() + path;
  }

  String feed() {
    return url(DELAYED, "/feed.xml");
  }

  String redirectingFeed() {
    return url(REDIRECTING, "/atom.xml");
  }

  String sitemap() {
    return url(MAPPED, "/sitemap.xml");
  }

  String list() {
    return url(LISTED, "/list.txt");
  }

  String jsonFeed() {
    return url(FAILING, "/feed.json");
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Requests for pages of a host, in the order in which they came. */
  List<Asked> pagesAsked(int host) {
    return asked.stream()
        .filter(request -> request.host == host && request.path.startsWith("/a/"))
        .sorted(Comparator.comparingLong(Asked::from))
        .toList();
  }

  /** The articles that are to be found, by their addresses, with the first words of each. */
  Map<String, String> expected() {
    Map<String, String> expected = new TreeMap<>();
    for (int host = 0; host < HOSTS; host++) {
      for (int number = 0; number < OF_A_HOST; number++) {
        if (!isLost(host, number)) {
          expected.put(url(host, "/a/" + number), title(host, number));
        }
      }
    }
    return expected;
  }

  /**
   * What is to be refused, by reason: pages that are not there, and those that robots.txt forbids.
   */
  Map<RejectionReason, Integer> refused() {
    return Map.of(
        RejectionReason.DISALLOWED, HOSTS * PRIVATE_OF_A_HOST, RejectionReason.HTTP_STATUS, LOST);
  }

  int refusedInAll() {
    return refused().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether a job has done with all of it. */
  boolean isDoneInto(Path index) throws IOException {
    return new IndexFolder(index).exists()
        && IndexedArticles.titles(index).size() >= expected().size()
        && IndexedArticles.refused(index).values().stream().mapToInt(n -> n).sum()
            >= refusedInAll();
  }

  int copies() {
    return OF_A_HOST - LOST;
  }

  private static boolean isLost(int host, int number) {
    return host == FAILING && number >= OF_A_HOST - LOST;
  }

  /** Paths as the host's source names them. */
  private static List<String> links(int host) {
    List<String> paths = new ArrayList<>();
    for (int number = 0; number < OF_A_HOST; number++) {
      paths.add((host == REDIRECTING ? "/moved/" : "/a/") + number);
    }
    for (int number = 0; number < PRIVATE_OF_A_HOST; number++) {
      paths.add("/private/" + number);
    }
    return paths;
  }

  private void handle(int host, HttpExchange exchange) throws IOException {
    long from = System.nanoTime();
    String path = exchange.getRequestURI().getPath();
    int status = 200;
    try {
      if (host == LISTED) {
        TimeUnit.MILLISECONDS.sleep(SLOW);
      }
      status = answer(host, path, exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      asked.add(new Asked(host, path, status, from, System.nanoTime()));
      exchange.close();
    }
  }

  private int answer(int host, String path, HttpExchange exchange) throws IOException {
    String document = document(host, path);
    if (document != null) {
      byte[] body = document.getBytes(StandardCharsets.UTF_8);
      return versioned(exchange, path.endsWith(".gz") ? gzip(body) : body, "application/xml");
    }
    if (path.startsWith("/moved/")) {
      exchange.getResponseHeaders().set("Location", path.replace("/moved/", "/a/"));
      exchange.sendResponseHeaders(301, -1);
      return 301;
    }
    if (!path.startsWith("/a/")) {
      exchange.sendResponseHeaders(404, -1);
      return 404;
    }
    int number = Integer.parseInt(path.substring(3));
    if (isLost(host, number)) {
      exchange.sendResponseHeaders(404, -1);
      return 404;
    }
    if (host == FAILING && number % 5 == 0 && failedOnce.add(path)) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      exchange.sendResponseHeaders(503, -1);
      return 503;
    }
    byte[] page = page(host, number).getBytes(StandardCharsets.UTF_8);
    return host == LISTED
        ? versioned(exchange, page, "text/html;charset=utf-8")
        : send(exchange, page, "text/html;charset=utf-8");
  }

  private static int versioned(HttpExchange exchange, byte[] body, String type) throws IOException {
    String etag = "\"" + Arrays.hashCode(body) + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      return 304;
    }
    return send(exchange, body, type);
  }

  private static int send(HttpExchange exchange, byte[] body, String type) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
    return 200;
  }

  /** What is neither a page nor missing. */
  private @Nullable String document(int host, String path) {
    return switch (path) {
      case "/robots.txt" ->
          "User-agent: *\nDisallow: /private/\n"
              + (host == DELAYED ? "Crawl-delay: " + DELAY / 1_000.0 + "\n" : "");
      case "/feed.xml" ->
          "<rss version='2.0'><channel><title>Invented</title><link>http://x</link>"
              + "<description>x</description>"
              + joined(host, "<item><title>%2$s</title><link>%1$s</link></item>")
              + "</channel></rss>";
      case "/atom.xml" ->
          "<feed xmlns='http://www.w3.org/2005/Atom'><title>Invented</title><id>urn:x</id>"
              + joined(
                  host,
                  "<entry><id>%1$s</id><title>%2$s</title><link href='%1$s'/>"
                      + "<updated>"
                      + PUBLISHED
                      + "</updated></entry>")
              + "</feed>";
      case "/sitemap.xml" ->
          "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
              + "<sitemap><loc>%s</loc></sitemap></sitemapindex>".formatted(url(host, "/1.xml.gz"));
      case "/1.xml.gz" ->
          "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
              + joined(host, "<url><loc>%1$s</loc></url>")
              + "</urlset>";
      case "/list.txt" -> "# an address a line\n" + joined(host, "%1$s\n");
      case "/feed.json" ->
          "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Invented\",\"items\":["
              + joined(host, "{\"id\":\"%1$s\",\"url\":\"%1$s\",\"title\":\"%2$s\"},")
              + "{\"id\":\"none\"}]}";
      default -> null;
    };
  }

  private String joined(int host, String form) {
    StringBuilder joined = new StringBuilder();
    List<String> links = links(host);
    for (int i = 0; i < links.size(); i++) {
      joined.append(form.formatted(url(host, links.get(i)), title(host, i)));
    }
    return joined.toString();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String title(int host, int number) {
    return "Inventia %d tells of story %d".formatted(host, number);
  }

  /** The last host prints what the first one wrote, under a title of its own. */
  private static String page(int host, int number) {
    int author = host == FAILING ? DELAYED : host;
    return """
    <!DOCTYPE html><html lang="en"><head><title>%1$s</title>
    <meta property="og:type" content="article"><meta property="og:title" content="%1$s">
    <meta property="article:published_time" content="%2$s"></head>
    <body><article><h1>%1$s</h1><p>%3$s</p><p>%4$s</p></article></body></html>
    """
        .formatted(
            title(host, number), PUBLISHED, prose(author, number, 1), prose(author, number, 2));
  }

  /** Words that no other story has in that order. */
  private static String prose(int host, int number, int paragraph) {
    Random random = new Random(host * 10_000L + number * 10L + paragraph);
    StringBuilder prose = new StringBuilder();
    for (int sentence = 0; sentence < 8; sentence++) {
      prose.append("Inventia");
      for (int word = 0; word < 11; word++) {
        prose.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
      }
      prose.append(". ");
    }
    return prose.toString().strip();
  }

  /** Addresses of pages that were asked for though robots.txt forbids it. */
  Set<String> trespasses() {
    Set<String> paths = new TreeSet<>();
    asked.stream()
        .filter(request -> request.path.startsWith("/private/"))
        .forEach(request -> paths.add(request.host + request.path));
    return paths;
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
