package io.chipwire.app.web;

import io.chipwire.query.LexiconNames;
import io.chipwire.search.ArticleIndex;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Serves one index over HTTP. Starts at once; {@link #close} stops it and leaves the index open.
 */
public final class SearchServer implements AutoCloseable {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Room for the longest query in any spelling that an address can have. */
  private static final int LONGEST_HEADER = 1 << 17;

  private static final int LONGEST_BODY = 1 << 16;

  private final Javalin javalin;
  private final String host;
  private final ServerMetrics metrics;

  private SearchServer(Javalin javalin, String host, ServerMetrics metrics) {
    this.javalin = javalin;
    this.host = host;
    this.metrics = metrics;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any free one
   * @param names by which callers know this server, besides {@code localhost} and addresses;
   *     requests by any other name are refused
   * @throws PortTakenException if the address cannot be listened on
   */
  public static SearchServer start(
      ArticleIndex index, String host, int port, Collection<String> names) {
    return start(index, host, port, names, null);
  }

  /**
   * Starts serving, feeds and unsubscribing, too.
   *
   * @param published what is served of alerts; null for nothing
   * @throws PortTakenException if the address cannot be listened on
   */
  public static SearchServer start(
      ArticleIndex index,
      String host,
      int port,
      Collection<String> names,
      @Nullable Published published) {
    ServerMetrics metrics = new ServerMetrics(index);
    JavalinLogger.startupInfo = false;
    Javalin javalin = Javalin.create(config -> configure(config, index, names, metrics, published));
    try {
      return new SearchServer(javalin.start(host, port), host, metrics);
    } catch (JavalinBindException e) {
      metrics.close();
      throw new PortTakenException("cannot listen on " + host + ":" + port, e);
    }
  }

  private static void configure(
      JavalinConfig config,
      ArticleIndex index,
      Collection<String> names,
      ServerMetrics metrics,
      @Nullable Published published) {
    Questions questions = new Questions(index, LexiconNames.standard());
    Doors doors = new Doors(metrics);
    Revalidation revalidation = new Revalidation(index, Clock.systemUTC());
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = LONGEST_BODY;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(LONGEST_HEADER));
    config.requestLogger.http(metrics::record);
    config.routes.before(SearchServer::protect);
    config.routes.before(new HostCheck(names));
    new Assets().define(config.routes);
    new SearchPages(questions, doors).define(config.routes);
    new HistoryPages(questions, doors).define(config.routes);
    new SearchApi(questions, doors, revalidation).define(config.routes);
    if (published != null) {
      new FeedRoutes(published, doors).define(config.routes);
      new UnsubscribeRoutes(published, doors).define(config.routes);
    }
    config.routes.get("/metrics", metrics::show);
    Problems.define(config.routes);
  }

  private static void protect(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Vary", "Accept-Encoding");
  }

  /** Where it listens. */
  public int port() {
    return javalin.port();
  }

  /** The address of the search page. */
  public String url() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
  }

  /** The paths that can be asked for. */
  Set<String> paths() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.path)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void close() {
    javalin.stop();
    metrics.close();
  }

  /** The port is in use, or the address is not this machine's. */
  public static final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortTakenException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
