package io.chipwire.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  static String alerts(AlertsView view) {
    return render("alerts.jte", Map.of("view", view));
  }

  static String alert(AlertView view) {
    return render("alert.jte", Map.of("view", view));
  }

  static String watchForm(WatchFormView view) {
    return render("watchform.jte", Map.of("view", view));
  }

  static String backtest(BacktestView view) {
    return render("backtest.jte", Map.of("view", view));
  }

  /** The login; a problem says why the last try failed. */
  static String login(String to, @Nullable String problem) {
    return render("login.jte", Map.of("to", to, "problem", problem == null ? "" : problem));
  }

  static String alertsOff() {
    return render("alertsoff.jte", Map.of());
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
