package io.chipwire.app;

import io.chipwire.app.text.FactText;
import io.chipwire.app.text.Printable;
import io.chipwire.fact.Span;
import io.chipwire.search.Excerpt;
import io.chipwire.search.Hit;
import io.chipwire.search.SearchAnswer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints an answer for eyes. */
final class HitPrinter {

  private static final int SENTENCE = 400;
  private static final int MOST_FACTS = 6;

  private final PrintWriter out;
  private final Style style;

  HitPrinter(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  void print(SearchAnswer answer) {
    out.printf(
        Locale.ROOT,
        "%,d article%s (index as of %s ago)%n",
        answer.total(),
        answer.total() == 1 ? "" : "s",
        age(answer.snapshot().ageSeconds()));
    int place = 1;
    for (Hit hit : answer.results()) {
      out.println();
      print(place++, hit);
    }
  }

  private void print(int place, Hit hit) {
    String title = hit.title();
    out.println(
        place + ". " + (title == null ? "(no title)" : marked(title, hit.titleHighlights())));
    out.println(
        "   "
            + style.dim(
                Printable.line(
                    Stream.of(hit.publisher(), day(hit), hit.url())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" · ")))));
    for (Excerpt sentence : hit.sentences()) {
      out.println("   " + marked(sentence.text(), sentence.highlights()));
    }
    List<String> facts = FactText.ofLexicon().readings(hit);
    for (String fact : facts.subList(0, Math.min(MOST_FACTS, facts.size()))) {
      out.println("   - " + style.figure(fact));
    }
    if (facts.size() > MOST_FACTS) {
      out.println(style.dim("   - and " + (facts.size() - MOST_FACTS) + " more"));
    }
    if (!hit.copies().isEmpty()) {
      int copies = hit.copies().size();
      out.println(style.dim("   also in " + copies + (copies == 1 ? " outlet" : " outlets")));
    }
  }

  private String marked(String text, List<Span> highlights) {
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (Span span : highlights) {
      marked.append(Printable.text(text.substring(at, span.start())));
      marked.append(style.bold(Printable.text(span.of(text))));
      at = span.end();
    }
    String line = marked.append(Printable.text(text.substring(at))).toString().replace('\n', ' ');
    return highlights.isEmpty() ? Printable.shorten(line, SENTENCE) : line;
  }

  private static @Nullable String day(Hit hit) {
    return hit.publishedAt() == null ? null : hit.publishedAt().toString().substring(0, 10);
  }

  /** An age as people say it. */
  static String age(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 120) {
      return whole + " s";
    }
    if (whole < 7_200) {
      return whole / 60 + " min";
    }
    return whole < 172_800 ? whole / 3_600 + " h" : whole / 86_400 + " days";
  }
}
