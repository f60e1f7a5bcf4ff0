package io.chipwire.app.web;

import io.chipwire.query.LexiconNames;
import io.chipwire.query.NameResolver;
import io.chipwire.search.ArticleIndex;
import io.chipwire.store.TokenScope;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
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
  private final @Nullable AlertStream stream;

  private SearchServer(
      Javalin javalin, String host, ServerMetrics metrics, @Nullable AlertStream stream) {
    this.javalin = javalin;
    this.host = host;
    this.metrics = metrics;
    this.stream = stream;
  }

  /** Starts serving, without alerts. */
  public static SearchServer start(
      ArticleIndex index, String host, int port, Collection<String> names) {
    return start(index, null, null, host, port, names);
  }

  /**
   * Starts serving.
   *
   * @param alerts to be served, too; null for none
   * @param published feeds and what ends mails; null for none
   * @param port 0 for any free one
   * @param names by which callers know this server, besides {@code localhost} and addresses;
   *     requests by any other name are refused
   * @throws PortTakenException if the address cannot be listened on
   */
  public static SearchServer start(
      ArticleIndex index,
      @Nullable ServedAlerts alerts,
      @Nullable Published published,
      String host,
      int port,
      Collection<String> names) {
    ServerMetrics metrics = new ServerMetrics(index);
    NameResolver lexicon = LexiconNames.standard();
    AlertDesk desk = alerts == null ? null : new AlertDesk(alerts, index, lexicon);
    Access access =
        alerts == null
            ? null
            : new Access(alerts.store().tokens(), alerts.open(), isHttps(published));
    AlertStream stream = desk == null || access == null ? null : new AlertStream(desk, access);
    JavalinLogger.startupInfo = false;
    Javalin javalin =
        Javalin.create(
            config -> {
              Doors doors = new Doors(metrics);
              configure(config, index, lexicon, doors, names, metrics);
              if (published != null) {
                new FeedRoutes(published, doors).define(config.routes);
                new UnsubscribeRoutes(published, doors).define(config.routes);
              }
              if (desk == null || access == null || stream == null) {
                config.routes.get(
                    AlertAddress.HOME, context -> context.status(404).html(Pages.alertsOff()));
                config.routes.get(
                    AlertAddress.NEW, context -> context.status(404).html(Pages.alertsOff()));
              } else {
                serve(config.routes, desk, access, stream, doors);
                metrics.watch(stream);
              }
              Problems.define(config.routes);
            });
    try {
      return new SearchServer(javalin.start(host, port), host, metrics, stream);
    } catch (JavalinBindException e) {
      if (stream != null) {
        stream.close();
      }
      metrics.close();
      throw new PortTakenException("cannot listen on " + host + ":" + port, e);
    }
  }

  private static boolean isHttps(@Nullable Published published) {
    return published != null
        && published.publicUrl() != null
        && "https".equals(published.publicUrl().getScheme());
  }

  private static void serve(
      RoutesConfig routes, AlertDesk desk, Access access, AlertStream stream, Doors doors) {
    AlertPages pages = new AlertPages(desk, access, doors);
    pages.define(routes);
    new AlertActions(desk, pages, access, doors).define(routes);
    // Before the route that would take "events" for an alert's id.
    routes.get(AlertAddress.EVENTS, access.guard(TokenScope.READ, stream::listen));
    new AlertApi(desk, access, doors).define(routes);
  }

  private static void configure(
      JavalinConfig config,
      ArticleIndex index,
      NameResolver lexicon,
      Doors doors,
      Collection<String> names,
      ServerMetrics metrics) {
    Questions questions = new Questions(index, lexicon);
    Revalidation revalidation = new Revalidation(index, Clock.systemUTC());
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = LONGEST_BODY;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(LONGEST_HEADER));
    config.requestLogger.http(metrics::record);
    config.routes.before(SearchServer::protect);
    config.routes.before(new HostCheck(names));
    config.routes.before(SearchServer::refuseNull);
    config.routes.before(new BodyCheck());
    new Assets().define(config.routes);
    new SearchPages(questions, doors).define(config.routes);
    new HistoryPages(questions, doors).define(config.routes);
    new SearchApi(questions, doors, revalidation).define(config.routes);
    config.routes.get("/metrics", metrics::show);
  }

  /** No name, id or query has the character 0, and PostgreSQL takes none. */
  private static void refuseNull(Context context) {
    String query = context.queryString();
    if (context.path().contains("%00") || (query != null && query.contains("%00"))) {
      throw new BadRequestResponse("address: expected one without %00");
    }
  }

  private static void protect(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    // Not no-referrer, by which browsers hide from us, too, where a form comes from.
    context.header("Referrer-Policy", "same-origin");
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
    if (stream != null) {
      stream.close();
    }
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
