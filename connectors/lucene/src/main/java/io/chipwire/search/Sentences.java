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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of a text, for showing: paragraphs and items of a list always end one, a dot behind
 * a usual abbreviation or an initial never does, and an endless one is cut. Only the paragraphs
 * asked for are cut into sentences, and only as far as asked for. Not thread-safe.
 */
public final class Sentences {

  /** Longest sentence shown, in UTF-16 code units. */
  static final int MAX_LENGTH = 400;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Inc", "Corp", "Co", "Ltd", "Mr", "Mrs", "Ms", "Dr", "Jr", "Sr", "St", "vs", "No", "Sen",
          "Rep", "Gov", "Gen", "Prof", "U.S", "U.K", "E.U", "a.m", "p.m", "Jan", "Feb", "Aug",
          "Sept", "Oct", "Nov", "Dec", "approx", "est", "incl");

  /** What stands between the items of a list: "…in Ohio. - Micron announced…". */
  private static final Pattern ITEM =
      Pattern.compile("(?<=[.;:!?”\")]) [-–•] (?=[\\p{Lu}\\d“\"$])");

  private static final Pattern INITIALS = Pattern.compile("(\\p{Lu}\\.)*\\p{Lu}");

  /** Never used itself: a clone costs far less than a new one. */
  private static final BreakIterator ENGLISH = BreakIterator.getSentenceInstance(Locale.ENGLISH);

  private final String text;
  private final @Nullable String title;
  private final Map<Integer, Paragraph> paragraphs = new HashMap<>();

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
    return paragraphs.computeIfAbsent(start, Paragraph::new).at(within);
  }

  /** A paragraph that is being cut into sentences. */
  private final class Paragraph {

    private final int start;
    private final String words;
    private final BreakIterator breaks = (BreakIterator) ENGLISH.clone();
    private final List<Span> sentences = new ArrayList<>();
    private int cutTo;

    Paragraph(int start) {
      int newline = text.indexOf('\n', start);
      this.start = start;
      this.words = text.substring(start, newline < 0 ? text.length() : newline);
      breaks.setText(words);
    }

    Span at(int offset) {
      while (cutTo < words.length() && start + cutTo <= offset) {
        cut();
      }
      Span found = new Span(start, start);
      for (Span sentence : sentences) {
        if (sentence.start() > offset) {
          break;
        }
        found = sentence;
      }
      return found;
    }

    /** Cuts one more off. */
    private void cut() {
      int to = breaks.next();
      while (to < words.length() && endsInAbbreviation(words, cutTo, to)) {
        to = breaks.next();
      }
      add(start + cutTo, start + to);
      cutTo = to;
    }

    /** A list that was run into one line is as many sentences as it has items. */
    private void add(int start, int end) {
      Matcher item = ITEM.matcher(text).region(start, end).useTransparentBounds(true);
      int from = start;
      while (item.find()) {
        addPieces(from, item.start());
        from = item.end();
      }
      addPieces(from, end);
    }

    private void addPieces(int start, int end) {
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
        sentences.add(new Span(from, cut));
        from = space > from ? cut + 1 : cut;
      }
      if (to > from) {
        sentences.add(new Span(from, to));
      }
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
    return INITIALS.matcher(word).matches() || ABBREVIATIONS.contains(word);
  }
}
