package io.chipwire.app.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.search.Snapshot;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** The HTTP API: the same objects that the commands print with {@code --json}. */
final class SearchApi {

  private static final int USUAL_LIMIT = 20;
  private static final int SUGGESTIONS = 10;

  private final ObjectMapper json = ExtractionJson.mapper();
  private final Questions questions;

  SearchApi(Questions questions) {
    this.questions = questions;
  }

  void define(RoutesConfig routes) {
    routes.get("/api/v1/search", this::search);
    routes.get("/api/v1/facets", this::facets);
    routes.get("/api/v1/article", this::article);
    routes.get("/api/v1/series", this::series);
    routes.get("/api/v1/ledger", this::ledger);
    routes.get("/api/v1/conflicts", this::conflicts);
    routes.get("/api/v1/suggest", this::suggest);
    routes.get("/health", this::health);
  }

  private void search(Context context) throws Exception {
    send(context, questions.index().search(questions.request(context, USUAL_LIMIT)));
  }

  private void facets(Context context) throws Exception {
    send(context, questions.facets(questions.query(context)));
  }

  private void article(Context context) throws Exception {
    String id = context.queryParam("id");
    if (id == null || id.isBlank()) {
      throw new Questions.BadParameterException("id: expected the id of an article", null);
    }
    Optional<Extraction> found = questions.index().get(id);
    if (found.isPresent()) {
      context.contentType("application/json").result(ExtractionJson.write(found.get()));
    } else {
      Problems.send(context, 404, "No such article", "the index holds no article of that id");
    }
  }

  private void series(Context context) throws Exception {
    send(context, questions.history().series(questions.query(context), Questions.asOf(context)));
  }

  private void ledger(Context context) throws Exception {
    send(context, questions.history().ledger(questions.query(context)));
  }

  private void conflicts(Context context) throws Exception {
    send(context, questions.history().conflicts(questions.query(context)));
  }

  private void suggest(Context context) throws Exception {
    send(context, questions.index().suggest(Questions.text(context), SUGGESTIONS));
  }

  private void health(Context context) throws Exception {
    Snapshot snapshot = questions.index().snapshot();
    send(context, Map.of("status", "ok", "snapshot", snapshot));
  }

  private void send(Context context, Object answer) throws Exception {
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }
}
