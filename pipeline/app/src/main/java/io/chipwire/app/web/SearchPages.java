package io.chipwire.app.web;

import io.chipwire.extraction.Extraction;
import io.chipwire.query.Query;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.FacetAnswer;
import io.chipwire.search.SearchAnswer;
import io.chipwire.search.SearchRefusedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** The pages for people. */
final class SearchPages {

  private static final int USUAL_LIMIT = 10;

  private final Questions questions;
  private final Doors doors;

  SearchPages(Questions questions, Doors doors) {
    this.questions = questions;
    this.doors = doors;
  }

  void define(RoutesConfig routes) {
    routes.get("/", doors.question(this::search));
    routes.get("/article", doors.question(this::article));
  }

  private void search(Context context) throws IOException {
    String text = Questions.text(context);
    try {
      Query query = questions.query(context);
      SearchAnswer answer = questions.index().search(questions.request(context, USUAL_LIMIT));
      FacetAnswer facets = questions.facets(query);
      context.html(Pages.search(SearchViews.of(text, Questions.order(context), answer, facets)));
    } catch (QuerySyntaxException | Questions.BadParameterException e) {
      context.status(400).html(Pages.search(SearchViews.problem(text, e.getMessage())));
    } catch (SearchRefusedException e) {
      context.status(422).html(Pages.search(SearchViews.problem(text, e.getMessage())));
    }
  }

  private void article(Context context) throws IOException {
    String id = context.queryParam("id");
    Optional<Extraction> found =
        id == null || id.isBlank() ? Optional.empty() : questions.index().get(id);
    if (found.isPresent()) {
      context.html(Pages.article(ArticleViews.of(found.get())));
    } else {
      Problems.send(context, 404, "No such article", "the index holds no article of that id");
    }
  }
}
