package io.chipwire.search;

import io.chipwire.article.Article;
import io.chipwire.fact.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of a text, for showing: paragraphs always end one, a dot behind a usual
 * abbreviation or an initial never does, and an endless one is cut. Only the paragraphs asked for
 * are cut into sentences. Not thread-safe.
 */
public final class Sentences {

  /** Longest sentence shown, in UTF-16 code units. */
  static final int MAX_LENGTH = 400;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Inc", "Corp", "Co", "Ltd", "Mr", "Mrs", "Ms", "Dr", "Jr", "Sr", "St", "vs", "No", "Sen",
          "Rep", "Gov", "Gen", "Prof", "U.S", "U.K", "E.U", "a.m", "p.m", "Jan", "Feb", "Aug",
          "Sept", "Oct", "Nov", "Dec", "approx", "est", "incl");

  private final String text;
  private final @Nullable String title;
  private final BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
  private final Map<Integer, List<Span>> paragraphs = new HashMap<>();

  /** The sentences of an article. */
  public Sentences(Article article) {
    this(article.text(), article.title());
  }

  Sentences(String text) {
    this(text, null);
  }

  private Sentences(String text, @Nullable String title) {
    this.text = text;
    this.title = title;
  }

  /** The words that state a fact which begins at an offset of the text, or of the title. */
  public String stating(int offset, boolean inTitle) {
    return inTitle && title != null ? title : at(offset).of(text);
  }

  /** The sentence at an offset, or the last one before it in its paragraph; without blanks. */
  Span at(int offset) {
    int within = Math.min(offset, text.length());
    int start = within == 0 ? 0 : text.lastIndexOf('\n', within - 1) + 1;
    Span found = new Span(start, start);
    for (Span sentence : paragraphs.computeIfAbsent(start, this::paragraph)) {
      if (sentence.start() > within) {
        break;
      }
      found = sentence;
    }
    return found;
  }

  private List<Span> paragraph(int start) {
    int newline = text.indexOf('\n', start);
    String paragraph = text.substring(start, newline < 0 ? text.length() : newline);
    List<Span> spans = new ArrayList<>();
    breaks.setText(paragraph);
    int from = 0;
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (to < paragraph.length() && endsInAbbreviation(paragraph, from, to)) {
        continue;
      }
      add(spans, start + from, start + to);
      from = to;
    }
    return spans;
  }

  private void add(List<Span> spans, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    while (to - from > MAX_LENGTH) {
      int space = text.lastIndexOf(' ', from + MAX_LENGTH);
      int cut = space > from ? space : from + MAX_LENGTH;
      spans.add(new Span(from, cut));
      from = space > from ? cut + 1 : cut;
    }
    if (to > from) {
      spans.add(new Span(from, to));
    }
  }

  private static boolean endsInAbbreviation(String paragraph, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(paragraph.charAt(end - 1))) {
      end--;
    }
    if (end == from || paragraph.charAt(end - 1) != '.') {
      return false;
    }
    int start = --end;
    while (start > from && !Character.isWhitespace(paragraph.charAt(start - 1))) {
      start--;
    }
    String word = paragraph.substring(start, end);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return initial || ABBREVIATIONS.contains(word);
  }
}
