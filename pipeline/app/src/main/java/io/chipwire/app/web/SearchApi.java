package io.chipwire.app.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chipwire.app.export.RowFormat;
import io.chipwire.app.export.RowKind;
import io.chipwire.app.export.RowWriter;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.Export;
import io.chipwire.search.SearchRequest;
import io.chipwire.search.Snapshot;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP API: the same objects that the commands print with {@code --json}. */
final class SearchApi {

  private static final int USUAL_LIMIT = 20;
  private static final int SUGGESTIONS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(SearchApi.class);

  private final ObjectMapper json = ExtractionJson.mapper();
  private final byte[] description = Assets.read("openapi.json");
  private final Questions questions;
  private final Doors doors;
  private final Revalidation revalidation;

  SearchApi(Questions questions, Doors doors, Revalidation revalidation) {
    this.questions = questions;
    this.doors = doors;
    this.revalidation = revalidation;
  }

  void define(RoutesConfig routes) {
    routes.get("/api/v1/search", revalidation.guard(doors.question(this::search)));
    routes.get("/api/v1/facets", revalidation.guard(doors.question(this::facets)));
    routes.get("/api/v1/article", revalidation.guard(doors.question(this::article)));
    routes.get("/api/v1/series", revalidation.guard(doors.history(this::series)));
    routes.get("/api/v1/ledger", revalidation.guard(doors.history(this::ledger)));
    routes.get("/api/v1/conflicts", revalidation.guard(doors.history(this::conflicts)));
    routes.get("/api/v1/export", revalidation.guard(doors.export(this::export)));
    routes.get("/api/v1/suggest", revalidation.guard(doors.question(this::suggest)));
    routes.get("/api/v1/check", revalidation.guard(doors.question(this::check)));
    routes.get("/api/v1/openapi.json", this::description);
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

  /** Written while it is read: nothing of it is held, and there is no limit to it. */
  private void export(Context context) throws Exception {
    RowWriter rows =
        new RowWriter(
            Questions.choice(context, "of", RowKind.class, RowKind.ARTICLES),
            Questions.choice(context, "format", RowFormat.class, RowFormat.CSV));
    try (Export found = questions.index().export(questions.query(context))) {
      context
          .contentType(rows.format().mediaType())
          .header("Content-Disposition", "attachment; filename=\"" + rows.fileName() + "\"");
      rows.write(found, context.outputStream());
    } catch (EofException e) {
      LOG.debug("{} went away during an export", context.ip(), e);
    }
  }

  private void suggest(Context context) throws Exception {
    send(context, questions.index().suggest(Questions.text(context), SUGGESTIONS));
  }

  /** What is wrong with a query that is being typed is an answer, not a problem. */
  private void check(Context context) throws Exception {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      SearchRequest nothing = SearchRequest.of(questions.query(context), 0);
      answer.put("articles", questions.index().search(nothing.within(Questions.TIMEOUT)).total());
    } catch (QuerySyntaxException e) {
      answer.put("problem", e.getMessage());
      answer.put("position", e.position());
      if (e.suggestion() != null) {
        answer.put("suggestion", e.suggestion());
      }
    }
    send(context, answer);
  }

  private void description(Context context) {
    context.contentType("application/json").result(description);
  }

  private void health(Context context) throws Exception {
    Snapshot snapshot = questions.index().snapshot();
    send(context, Map.of("status", "ok", "snapshot", snapshot));
  }

  private void send(Context context, Object answer) throws Exception {
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }
}
