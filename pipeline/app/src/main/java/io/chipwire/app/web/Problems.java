package io.chipwire.app.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.SearchRefusedException;
import io.chipwire.store.StoreException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors as {@code application/problem+json} (RFC 9457) for the API and as a page for people. What
 * a caller did wrong is told in full; of a fault of ours only that there was one.
 */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void define(RoutesConfig routes) {
    routes.exception(
        QuerySyntaxException.class,
        (e, context) -> {
          Map<String, Object> more = new LinkedHashMap<>();
          more.put("position", e.position());
          more.put("expected", e.expected());
          if (e.suggestion() != null) {
            more.put("suggestion", e.suggestion());
          }
          send(context, 400, "Not a query", e.getMessage(), more);
        });
    routes.exception(
        Questions.BadParameterException.class,
        (e, context) -> send(context, 400, "Bad parameter", e.getMessage()));
    routes.exception(
        SearchRefusedException.class,
        (e, context) ->
            send(
                context,
                e.reason() == SearchRefusedException.Reason.CURSOR ? 400 : 422,
                "Not answered",
                e.getMessage()));
    routes.exception(
        StoreException.class,
        (e, context) -> {
          LOG.error("{} {}", context.method(), route(context), e);
          send(context, 503, "No answer", "the store of alerts does not answer");
        });
    routes.exception(
        HttpResponseException.class,
        (e, context) -> send(context, e.getStatus(), "Not served", e.getMessage()));
    routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.error("{} {}", context.method(), route(context), e);
          send(context, 500, "Our fault", "something went wrong here; the server's log says what");
        });
  }

  /** The pattern of what was asked for: the path itself may be a secret. */
  private static String route(Context context) {
    Endpoint route = context.endpoints().matchedHttpEndpoint();
    return route == null ? "an unknown path" : route.path;
  }

  static void send(Context context, int status, String title, String detail) {
    send(context, status, title, detail, Map.of());
  }

  private static void send(
      Context context, int status, String title, String detail, Map<String, Object> more) {
    context.status(status);
    if (!context.path().startsWith("/api/") && !context.path().equals("/health")) {
      context.html(Pages.problem(title, detail));
      return;
    }
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    problem.putAll(more);
    try {
      context
          .contentType("application/problem+json")
          .result(ExtractionJson.mapper().writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("problem " + title, e);
    }
  }
}
