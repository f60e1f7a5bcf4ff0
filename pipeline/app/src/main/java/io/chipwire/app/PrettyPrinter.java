package io.chipwire.app;

import io.chipwire.app.text.FactText;
import io.chipwire.app.text.Mark;
import io.chipwire.app.text.MarkedText;
import io.chipwire.app.text.MarkedText.Segment;
import io.chipwire.app.text.Printable;
import io.chipwire.app.text.TextTable;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.AmountText;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.signal.Signal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints an extraction for eyes: the marked text, then what was found as tables. */
final class PrettyPrinter {

  /** Fits a terminal of 100 columns. */
  static final int WIDTH = 100;

  private final PrintWriter out;
  private final Style style;

  PrettyPrinter(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  void print(Extraction extraction) {
    Article article = extraction.article();
    String title = article.title();
    out.println(title == null ? style.bold("(no title)") : wrapped(MarkedText.ofTitle(extraction)));
    out.println(style.dim(Printable.line(origin(article))));
    for (List<Segment> paragraph : MarkedText.ofText(extraction).paragraphs()) {
      out.println();
      out.println(wrapped(paragraph));
    }
    FactText words = FactText.of(extraction);
    table(figures(extraction.figures(), words));
    table(commitments(extraction.commitments(), words));
    table(signals(extraction.signals(), words));
    out.println(style.dim("─".repeat(WIDTH)));
  }

  private static String origin(Article article) {
    return String.join(
        " · ",
        Stream.of(
                article.publisher(),
                article.byline(),
                article.publishedOn() == null ? null : article.publishedOn().toString(),
                article.url() == null ? article.source() : article.url())
            .filter(Objects::nonNull)
            .toList());
  }

  private static TextTable figures(List<Figure> figures, FactText words) {
    TextTable table =
        new TextTable(WIDTH, "FIGURE", "METRIC", "SUBJECT", "PERIOD", "STATUS", "AS PRINTED");
    for (Figure figure : figures) {
      table.add(
          FactText.value(figure),
          FactText.words(figure.metric().label()),
          about(words.name(figure.subject()), words.name(figure.product())),
          orEmpty(figure.period()),
          figure.status().label(),
          figure.text());
    }
    return table;
  }

  private static TextTable commitments(List<Commitment> commitments, FactText words) {
    TextTable table =
        new TextTable(WIDTH, "COMMITMENT", "FROM", "TO", "AMOUNT", "TERM", "STATUS, OBJECT");
    for (Commitment commitment : commitments) {
      table.add(
          commitment.kind().label(),
          words.names(commitment.obligors()),
          words.name(commitment.counterparty()),
          commitment.amount() == null ? "" : AmountText.of(commitment.amount()),
          orEmpty(commitment.term()),
          about(commitment.status().label(), words.name(commitment.object())));
    }
    return table;
  }

  private static TextTable signals(List<Signal> signals, FactText words) {
    TextTable table = new TextTable(WIDTH, "SIGNAL", "", "ABOUT", "SENTENCE");
    for (Signal signal : signals) {
      table.add(
          signal.kind().label(),
          FactText.arrow(signal.direction()),
          words.about(signal),
          signal.sentence());
    }
    return table;
  }

  private void table(TextTable table) {
    if (!table.isEmpty()) {
      List<String> lines = table.lines();
      out.println();
      out.println(style.bold(lines.getFirst()));
      lines.subList(1, lines.size()).forEach(out::println);
    }
  }

  private String wrapped(MarkedText text) {
    return wrapped(text.segments());
  }

  /** Breaks at spaces; escape sequences take no room, and none crosses a line's end. */
  private String wrapped(List<Segment> segments) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int column = 0;
    Object commitment = null;
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (commitment == null && segment.commitment() != null) {
        line.append(style.commitment("«"));
        column++;
      }
      commitment = segment.commitment();
      for (String word : bracketed(segment).split("(?<=[ \n])", -1)) {
        String bare = word.stripTrailing();
        if (column > 0 && column + bare.length() > WIDTH) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
          column = 0;
        }
        line.append(painted(segment, bare));
        column += bare.length();
        if (word.endsWith("\n")) {
          lines.add(line.toString());
          line.setLength(0);
          column = 0;
        } else if (word.endsWith(" ")) {
          line.append(' ');
          column++;
        }
      }
      boolean ends = i + 1 == segments.size() || segments.get(i + 1).commitment() == null;
      if (commitment != null && ends) {
        line.append(style.commitment("»"));
        column++;
        commitment = null;
      }
    }
    lines.add(line.toString().stripTrailing());
    return String.join(System.lineSeparator(), lines);
  }

  /** Without colour, brackets set a figure off. */
  private String bracketed(Segment segment) {
    String text = Printable.text(segment.text());
    boolean figure = segment.mark() != null && segment.mark().kind() == Mark.Kind.FIGURE;
    return figure && !style.colour() ? "[" + text + "]" : text;
  }

  private String painted(Segment segment, String word) {
    if (word.isEmpty() || segment.mark() == null) {
      return word;
    }
    return switch (segment.mark().kind()) {
      case FIGURE -> style.figure(word);
      case ENTITY -> style.entity(word);
      case COMMITMENT -> word;
    };
  }

  private static String about(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
