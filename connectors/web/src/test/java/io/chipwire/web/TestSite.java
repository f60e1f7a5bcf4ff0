package io.chipwire.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A site on 127.0.0.1 that remembers what it was asked for. Without a robots.txt, unless told. */
final class TestSite implements AutoCloseable {

  /** A request that came in. */
  record Asked(String path, Map<String, List<String>> headers) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, HttpHandler> routes = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  TestSite() {
    this(open());
  }

  private TestSite(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private static HttpServer open() {
    try {
      return HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A site behind TLS whose certificate nobody has signed but itself. */
  static TestSite withOwnCertificate(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    char[] password = "secret".toCharArray();
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret")
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IllegalStateException(keytool + " made no key");
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KeyStore.getInstance(store.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer secure = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context));
    return new TestSite(secure);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders())));
    HttpHandler route = routes.get(path);
    if (route == null) {
      send(exchange, 404, "text/html", "<p>not here</p>".getBytes(StandardCharsets.UTF_8));
    } else {
      route.handle(exchange);
    }
    exchange.close();
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  TestSite serve(String path, HttpHandler handler) {
    routes.put(path, handler);
    return this;
  }

  TestSite serve(String path, String type, String body) {
    return serve(
        path, exchange -> send(exchange, 200, type, body.getBytes(StandardCharsets.UTF_8)));
  }

  TestSite status(String path, int status) {
    return serve(path, exchange -> send(exchange, status, "text/plain", new byte[0]));
  }

  TestSite redirect(String path, String location) {
    return serve(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          send(exchange, 302, "text/plain", new byte[0]);
        });
  }

  URI uri(String path) {
    return URI.create(
        (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + port() + path);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What was asked for so far, in order. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<String> paths() {
    return asked.stream().map(Asked::path).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
