package io.chipwire.search;

import io.chipwire.fact.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The sentences of a text, for showing: paragraphs always end one, a dot behind a usual
 * abbreviation or an initial never does, and an endless one is cut.
 */
final class Sentences {

  /** Longest sentence shown, in UTF-16 code units. */
  static final int MAX_LENGTH = 400;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Inc", "Corp", "Co", "Ltd", "Mr", "Mrs", "Ms", "Dr", "Jr", "Sr", "St", "vs", "No", "Sen",
          "Rep", "Gov", "Gen", "Prof", "U.S", "U.K", "E.U", "a.m", "p.m", "Jan", "Feb", "Aug",
          "Sept", "Oct", "Nov", "Dec", "approx", "est", "incl");

  private final List<Span> spans = new ArrayList<>();

  Sentences(String text) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      addParagraph(text, start, end);
      start = end + 1;
    }
  }

  /** All of them, in order, without the blanks between them. */
  List<Span> all() {
    return spans;
  }

  /** Index of the sentence at an offset, or of the last one before it; -1 if there is none. */
  int indexAt(int offset) {
    int low = 0;
    int high = spans.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).start() <= offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  private void addParagraph(String text, int start, int end) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    String paragraph = text.substring(start, end);
    breaks.setText(paragraph);
    int from = 0;
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (to < paragraph.length() && endsInAbbreviation(paragraph, from, to)) {
        continue;
      }
      add(text, start + from, start + to);
      from = to;
    }
  }

  private void add(String text, int start, int end) {
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
