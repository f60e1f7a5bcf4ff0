package io.chipwire.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text cut into runs of letters and digits, the unit in which names are compared: {@code SK-hynix},
 * {@code SK hynix} and {@code S&P} have two pieces each.
 *
 * <p>Before each piece stands a gap; names run over a gap that joins ({@code -}, a space) and not
 * over one that parts (a bracket, the end of a sentence).
 */
final class Pieces {

  /** What stands before a piece. */
  enum Gap {
    JOINS,
    /** A comma: within a name only a legal form may follow it. */
    COMMA,
    PARTS,
    /** A sentence, a quotation or what follows a colon begins. */
    SENTENCE,
    /** A new line, or the beginning of the text. */
    PARAGRAPH
  }

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private final List<String> surface = new ArrayList<>();
  private final List<String> folded = new ArrayList<>();
  private final List<Gap> before = new ArrayList<>();
  private int[] starts = new int[64];

  /** Cuts a text. */
  Pieces(CharSequence text) {
    int length = text.length();
    int last = 0;
    int at = 0;
    while (at < length) {
      int codePoint = Character.codePointAt(text, at);
      if (!Character.isLetterOrDigit(codePoint)) {
        at += Character.charCount(codePoint);
        continue;
      }
      int start = at;
      while (at < length && inPiece(Character.codePointAt(text, at))) {
        at += Character.charCount(Character.codePointAt(text, at));
      }
      Gap gap = surface.isEmpty() ? Gap.PARAGRAPH : gap(text, last, start);
      add(text.subSequence(start, at).toString(), gap, start);
      last = at;
    }
  }

  int size() {
    return surface.size();
  }

  /** As written. */
  String surface(int piece) {
    return surface.get(piece);
  }

  /** In lower case and without accents. */
  String folded(int piece) {
    return folded.get(piece);
  }

  Gap before(int piece) {
    return before.get(piece);
  }

  /** UTF-16 offset of its first unit. */
  int start(int piece) {
    return starts[piece];
  }

  /** UTF-16 offset after its last unit. */
  int end(int piece) {
    return starts[piece] + surface.get(piece).length();
  }

  List<String> surfaces() {
    return surface;
  }

  /** All pieces folded and joined by spaces: a key for whole names. */
  String key() {
    return String.join(" ", folded);
  }

  private void add(String piece, Gap gap, int start) {
    if (surface.size() == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[surface.size()] = start;
    surface.add(piece);
    folded.add(fold(piece));
    before.add(gap);
  }

  private static boolean inPiece(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private Gap gap(CharSequence text, int from, int to) {
    boolean stop = false;
    boolean comma = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n', '\r' -> {
          return Gap.PARAGRAPH;
        }
        case '!', '?', '"', '\u201c' -> {
          return Gap.SENTENCE;
        }
        case ':' -> {
          if (i + 1 < to) { // "EXE:5000" goes on
            return Gap.SENTENCE;
          }
        }
        case '-', '\u2010', '\u2011', '&', '+', '\'', '\u2019', '\u00b7', '\u2122', '\u00ae' -> {}
        case '.' -> stop |= i + 1 < to;
        case ',' -> comma = true;
        default -> {
          if (!Character.isWhitespace(c) && c != '\u00a0') {
            return Gap.PARTS;
          }
        }
      }
    }
    if (stop && !abbreviates(surface.get(surface.size() - 1))) {
      return Gap.SENTENCE;
    }
    return comma ? Gap.COMMA : Gap.JOINS;
  }

  /** Whether a full stop after this piece is more likely an abbreviation's than a sentence's. */
  private static boolean abbreviates(String piece) {
    return piece.length() == 1 || LegalForms.abbreviates(piece);
  }

  private static String fold(String piece) {
    boolean ascii = true;
    boolean lower = true;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      ascii &= c < 128;
      lower &= c < 'A' || c > 'Z';
    }
    if (ascii) {
      return lower ? piece : piece.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(piece.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return MARKS.matcher(decomposed).replaceAll("").replace('\u0142', 'l').replace('\u00f8', 'o');
  }
}
