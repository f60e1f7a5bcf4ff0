package io.chipwire.app.web;

import io.chipwire.query.LexiconNames;
import io.chipwire.search.ArticleIndex;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;

/**
 * Serves one index over HTTP. Starts at once; {@link #close} stops it and leaves the index open.
 */
public final class SearchServer implements AutoCloseable {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Javalin javalin;
  private final String host;

  private SearchServer(Javalin javalin, String host) {
    this.javalin = javalin;
    this.host = host;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any free one
   * @throws PortTakenException if the address cannot be listened on
   */
  public static SearchServer start(ArticleIndex index, String host, int port) {
    Questions questions = new Questions(index, LexiconNames.standard());
    JavalinLogger.startupInfo = false;
    Javalin javalin = Javalin.create(config -> configure(config, questions));
    try {
      return new SearchServer(javalin.start(host, port), host);
    } catch (JavalinBindException e) {
      throw new PortTakenException("cannot listen on " + host + ":" + port, e);
    }
  }

  private static void configure(JavalinConfig config, Questions questions) {
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = 1 << 16;
    config.routes.before(SearchServer::protect);
    new Assets().define(config.routes);
    new SearchPages(questions).define(config.routes);
    new HistoryPages(questions).define(config.routes);
    new SearchApi(questions).define(config.routes);
    Problems.define(config.routes);
  }

  private static void protect(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
  }

  /** Where it listens. */
  public int port() {
    return javalin.port();
  }

  /** The address of the search page. */
  public String url() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
  }

  @Override
  public void close() {
    javalin.stop();
  }

  /** The port is in use, or the address is not this machine's. */
  public static final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortTakenException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
