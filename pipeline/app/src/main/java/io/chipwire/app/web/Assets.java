package io.chipwire.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The few fixed files that pages need, held in memory; nothing else on the class path is served.
 */
final class Assets {

  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  private static final String CHARTS =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  void define(RoutesConfig routes) {
    serve(routes, "/assets/chipwire.css", "text/css; charset=utf-8", "chipwire.css");
    serve(routes, "/assets/chipwire.js", "text/javascript; charset=utf-8", "chipwire.js");
    serve(routes, "/assets/alerts.js", "text/javascript; charset=utf-8", "alerts.js");
    serve(routes, "/assets/htmx.min.js", "text/javascript; charset=utf-8", HTMX);
    serve(routes, "/assets/chart.min.js", "text/javascript; charset=utf-8", CHARTS);
    serve(routes, "/favicon.svg", "image/svg+xml", "favicon.svg");
  }

  private static void serve(RoutesConfig routes, String path, String type, String resource) {
    byte[] bytes = read(resource);
    routes.get(path, context -> send(context, type, bytes));
  }

  private static void send(Context context, String type, byte[] bytes) {
    context.contentType(type).header("Cache-Control", "max-age=3600").result(bytes);
  }

  /** The bytes of a resource beside this class, or at an absolute path. */
  static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
