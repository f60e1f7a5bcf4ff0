package io.chipwire.notify;

import io.chipwire.alert.Alert;
import io.chipwire.alert.MatchedFact;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An alert as plain text and as HTML. What comes from outside cannot become markup. */
final class AlertText {

  /** Outlets that are named. */
  private static final int ORIGINS = 10;

  private AlertText() {}

  static String plain(Alert alert) {
    StringBuilder text = new StringBuilder();
    text.append(line(headline(alert))).append('\n');
    text.append(line(origin(alert))).append('\n');
    if (alert.url() != null) {
      text.append(line(alert.url())).append('\n');
    }
    text.append('\n').append(line(alert.sentence())).append('\n');
    for (MatchedFact fact : alert.facts()) {
      text.append("- ").append(line(fact.words())).append('\n');
    }
    return text.append("matched: ")
        .append(line(String.join(" · ", alert.predicates())))
        .append('\n')
        .append(line(standing(alert)))
        .append("\n\n")
        .toString();
  }

  /** With its headline. */
  static String html(Alert alert) {
    StringBuilder text = new StringBuilder();
    String title = escape(headline(alert));
    String link = link(alert);
    text.append("<h3>");
    if (link != null) {
      text.append("<a href=\"").append(escape(link)).append("\">").append(title);
      text.append("</a>");
    } else {
      text.append(title);
    }
    return text.append("</h3>").append(body(alert)).toString();
  }

  /** Without its headline. */
  static String body(Alert alert) {
    StringBuilder text = new StringBuilder();
    text.append("<p><small>").append(escape(origin(alert))).append("</small></p>");
    text.append("<blockquote>").append(escape(alert.sentence())).append("</blockquote><ul>");
    for (MatchedFact fact : alert.facts()) {
      text.append("<li>").append(escape(fact.words())).append("</li>");
    }
    return text.append("</ul><p><small>matched: ")
        .append(escape(String.join(" · ", alert.predicates())))
        .append("<br>")
        .append(escape(standing(alert)))
        .append("</small></p>")
        .toString();
  }

  static String headline(Alert alert) {
    return alert.title() == null ? "(no title)" : alert.title();
  }

  /** The article's address, if it leads to the web. */
  static @Nullable String link(Alert alert) {
    return alert.url() != null && alert.url().matches("(?i)https?://\\S+") ? alert.url() : null;
  }

  static String origin(Alert alert) {
    return Stream.of(
            alert.publisher(), alert.publishedAt() == null ? null : alert.publishedAt().toString())
        .filter(part -> part != null)
        .collect(Collectors.joining(" · "));
  }

  /** How sure it is, and who states it. */
  static String standing(Alert alert) {
    String confidence = String.format(Locale.ROOT, "confidence %.2f", alert.confidence());
    List<String> origins = alert.origins();
    return switch (origins.size()) {
      case 0 -> confidence;
      case 1 -> confidence + ", stated by " + origins.getFirst() + " alone so far";
      default ->
          confidence
              + ", stated by "
              + origins.size()
              + " independent outlets: "
              + String.join(", ", origins.subList(0, Math.min(ORIGINS, origins.size())))
              + (origins.size() > ORIGINS ? " …" : "");
    };
  }

  /** On one line; without what XML cannot hold. */
  static String line(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]+", " ").strip();
  }

  /** Its beginning, if it is longer; never half a character. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  static String escape(String text) {
    return line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
