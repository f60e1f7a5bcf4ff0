package io.chipwire.notify;

import io.chipwire.alert.Alert;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.Message;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message as the two texts of a mail. What comes from outside cannot become markup. */
record MailText(String subject, String plain, String html) {

  private static final int LONGEST_SUBJECT = 150;

  static MailText of(Message message) {
    String name = message.subscription().name();
    Alert first = message.alerts().getFirst();
    int count = message.alerts().size();
    String subject =
        line(
            count == 1
                ? "[" + name + "] " + headline(first)
                : "[" + name + "] " + count + " alerts: " + headline(first));
    StringBuilder plain = new StringBuilder();
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html><body>");
    for (Alert alert : message.alerts()) {
      plain(alert, plain);
      html(alert, html);
    }
    String why =
        "You are told because of your subscription \""
            + name
            + "\": "
            + message.subscription().query();
    plain.append("-- \n").append(why).append('\n');
    html.append("<hr><p><small>").append(escape(why)).append("</small></p></body></html>");
    return new MailText(
        subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT) + "…",
        plain.toString(),
        html.toString());
  }

  private static void plain(Alert alert, StringBuilder text) {
    text.append(line(headline(alert))).append('\n');
    text.append(line(origin(alert))).append('\n');
    if (alert.url() != null) {
      text.append(line(alert.url())).append('\n');
    }
    text.append('\n').append(line(alert.sentence())).append('\n');
    for (MatchedFact fact : alert.facts()) {
      text.append("- ").append(line(fact.words())).append('\n');
    }
    text.append("matched: ").append(line(String.join(" · ", alert.predicates()))).append("\n\n");
  }

  private static void html(Alert alert, StringBuilder text) {
    String title = escape(headline(alert));
    text.append("<h3>");
    if (alert.url() != null && alert.url().matches("(?i)https?://.*")) {
      text.append("<a href=\"").append(escape(alert.url())).append("\">").append(title);
      text.append("</a>");
    } else {
      text.append(title);
    }
    text.append("</h3><p><small>").append(escape(origin(alert))).append("</small></p>");
    text.append("<blockquote>").append(escape(alert.sentence())).append("</blockquote><ul>");
    for (MatchedFact fact : alert.facts()) {
      text.append("<li>").append(escape(fact.words())).append("</li>");
    }
    text.append("</ul><p><small>matched: ")
        .append(escape(String.join(" · ", alert.predicates())))
        .append("</small></p>");
  }

  private static String headline(Alert alert) {
    return alert.title() == null ? "(no title)" : alert.title();
  }

  private static String origin(Alert alert) {
    return Stream.of(
            alert.publisher(), alert.publishedAt() == null ? null : alert.publishedAt().toString())
        .filter(part -> part != null)
        .collect(Collectors.joining(" · "));
  }

  private static String line(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String escape(String text) {
    return line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
