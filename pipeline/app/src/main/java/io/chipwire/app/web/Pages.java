package io.chipwire.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders the templates that the build has compiled. Thread-safe. */
final class Pages {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private Pages() {}

  static String search(SearchView view) {
    return render("search.jte", Map.of("view", view));
  }

  static String history(HistoryView view) {
    return render("history.jte", Map.of("view", view));
  }

  static String article(ArticleView view) {
    return render("article.jte", Map.of("view", view));
  }

  static String problem(String title, String detail) {
    return render("problem.jte", Map.of("title", title, "detail", detail));
  }

  static String unsubscribe(String subscription) {
    return render("unsubscribe.jte", Map.of("subscription", subscription));
  }

  private static String render(String template, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    TEMPLATES.render(template, parameters, output);
    return output.toString();
  }
}
