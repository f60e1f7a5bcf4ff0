package io.chipwire.search;

import io.chipwire.article.Article;
import io.chipwire.fact.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of a text, for showing: paragraphs and items of a list always end one, a dot behind
 * a usual abbreviation or an initial never does, and an endless one is cut. Only the paragraphs
 * asked for are cut into sentences, and only as far as asked for. Not thread-safe.
 */
public final class Sentences {

  /** Longest sentence shown, in UTF-16 code units. */
  static final int MAX_LENGTH = 400;

  /** How far the first letter of a sentence may stand behind its beginning. */
  private static final int AHEAD = 40;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Inc", "Corp", "Co", "Ltd", "Bros", "Pte", "Pty", "Mr", "Mrs", "Ms", "Dr", "Jr", "Sr",
          "St", "Mt", "Ft", "vs", "No", "Sec", "Fig", "Sen", "Rep", "Gov", "Gen", "Col", "Lt",
          "Capt", "Sgt", "Rev", "Hon", "Prof", "U.S", "U.K", "E.U", "D.C", "a.m", "p.m", "e.g",
          "i.e", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "approx", "est", "incl");

  /** What a sentence may end with; the last two only before an item of a list. */
  private static final String STOPS = ".!?…。！？;:";

  private static final String ITEM_STOPS = ";:";

  /** They end a sentence also where no blank follows. */
  private static final String WIDE = "。！？";

  /** They still belong to the sentence that ends before them. */
  private static final String CLOSERS = ".!?\"”’')]»";

  private static final String OPENERS = "\"“‘'([«";

  /** A sentence goes on with them (UAX #29, SContinue). */
  private static final String CONTINUING = ",;:-–—)";

  /** What leads an item: "…in Ohio. - Micron announced…". */
  private static final String BULLETS = "-–•*";

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
    Span found = paragraphs.computeIfAbsent(start, Paragraph::new).at(within);
    return found == null ? new Span(start, start) : found;
  }

  /**
   * A sentence, or a part of a long one.
   *
   * @param from where it begins, its bullet included
   */
  private record Piece(int from, Span shown) {}

  /** A paragraph that is being cut into sentences. */
  private final class Paragraph {

    private final int end;
    private final List<Piece> pieces = new ArrayList<>();
    private int cutTo;

    Paragraph(int start) {
      int newline = text.indexOf('\n', start);
      this.end = newline < 0 ? text.length() : newline;
      this.cutTo = start;
    }

    /** The last sentence that begins at an offset or before it; null before the first. */
    @Nullable Span at(int offset) {
      while (cutTo < end && cutTo <= offset) {
        cut();
      }
      Span found = null;
      for (Piece piece : pieces) {
        if (piece.from > offset) {
          break;
        }
        found = piece.shown;
      }
      return found;
    }

    /** Cuts one more off. */
    private void cut() {
      int from = cutTo;
      for (int i = from; i < end; i++) {
        if (STOPS.indexOf(text.charAt(i)) >= 0) {
          int stop = i;
          while (i + 1 < end && CLOSERS.indexOf(text.charAt(i + 1)) >= 0) {
            i++;
          }
          int next = next(from, stop, i + 1);
          if (next >= 0) {
            add(from, i + 1);
            cutTo = next;
            return;
          }
        }
      }
      add(from, end);
      cutTo = end;
    }

    /** Where the next sentence begins if one ends here, else -1. */
    private int next(int from, int stop, int to) {
      char mark = text.charAt(stop);
      if (WIDE.indexOf(mark) >= 0) {
        return to;
      }
      int next = skipBlanks(to);
      if (next == end) {
        return end;
      }
      if (next == to) {
        return -1;
      }
      char follows = text.charAt(next);
      if (BULLETS.indexOf(follows) >= 0) {
        return item(next) > next ? next : -1;
      }
      boolean goesOn =
          ITEM_STOPS.indexOf(mark) >= 0
              || CONTINUING.indexOf(follows) >= 0
              || (mark == '.' && follows != '(' && isLowerAhead(next))
              || (mark == '.' && to == stop + 1 && endsInAbbreviation(from, stop));
      return goesOn ? -1 : next;
    }

    /** Where the words of an item begin whose bullet is here, or here if it leads none. */
    private int item(int bullet) {
      int item = skipBlanks(bullet + 1);
      boolean leads =
          BULLETS.indexOf(text.charAt(bullet)) >= 0
              && item > bullet + 1
              && item < end
              && beginsItem(text.charAt(item));
      return leads ? item : bullet;
    }

    /** A dot before a word in small letters ends nothing (UAX #29, SB8). */
    private boolean isLowerAhead(int from) {
      int limit = Math.min(end, from + AHEAD);
      int i = from;
      while (i < limit && !Character.isLetter(text.charAt(i))) {
        i++;
      }
      return i < limit && Character.isLowerCase(text.charAt(i));
    }

    private int skipBlanks(int from) {
      int i = from;
      while (i < end && isBlank(text.charAt(i))) {
        i++;
      }
      return i;
    }

    /** Without a bullet and blanks at its ends, in pieces that can be shown. */
    private void add(int start, int stop) {
      int from = skipBlanks(start);
      from = from < stop && !pieces.isEmpty() ? item(from) : from;
      int to = stop;
      while (to > from && isBlank(text.charAt(to - 1))) {
        to--;
      }
      int place = start;
      while (to - from > MAX_LENGTH) {
        int cut = from + MAX_LENGTH;
        while (cut > from && text.charAt(cut) != ' ') {
          cut--;
        }
        boolean atBlank = cut > from;
        cut = atBlank ? cut : from + MAX_LENGTH;
        pieces.add(new Piece(place, new Span(from, cut)));
        from = atBlank ? cut + 1 : cut;
        place = from;
      }
      if (to > from) {
        pieces.add(new Piece(place, new Span(from, to)));
      }
    }

    private boolean endsInAbbreviation(int from, int dot) {
      int start = dot;
      while (start > from && !isBlank(text.charAt(start - 1))) {
        start--;
      }
      while (start < dot && OPENERS.indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      String word = text.substring(start, dot);
      return ABBREVIATIONS.contains(word) || isInitials(word);
    }
  }

  /** {@code R}, {@code C.C}. */
  private static boolean isInitials(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (i % 2 == 0 ? !Character.isUpperCase(c) : c != '.') {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }

  private static boolean beginsItem(char c) {
    return Character.isUpperCase(c) || Character.isDigit(c) || "“\"$€£".indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }
}
