package io.chipwire.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

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

  /** The letters U+00C0 to U+017F in lower case and without their accents. */
  private static final String LATIN =
      "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnoooooxouuuuyty"
          + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
          + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

  private final List<String> surface = new ArrayList<>();
  private final List<String> folded = new ArrayList<>();
  private final List<Gap> before = new ArrayList<>();
  private final BitSet currencies = new BitSet();
  private int[] starts = new int[8];

  /** Cuts a text. */
  Pieces(String text) {
    int length = text.length();
    int last = 0;
    int at = 0;
    while (at < length) {
      int codePoint = text.codePointAt(at);
      if (!isLetterOrDigit(codePoint)) {
        at += Character.charCount(codePoint);
        continue;
      }
      int start = at;
      while (at < length && inPiece(codePoint = text.codePointAt(at))) {
        at += Character.charCount(codePoint);
      }
      Gap gap = surface.isEmpty() ? Gap.PARAGRAPH : gap(text, last, start);
      if (at < length && text.charAt(at) == '$') {
        currencies.set(surface.size());
      }
      add(text.substring(start, at), gap, start);
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

  /** Whether a dollar sign follows without a space, as in {@code US$}: a currency, no place. */
  boolean isCurrency(int piece) {
    return currencies.get(piece);
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
    return isLetterOrDigit(codePoint)
        || (codePoint >= 0x300 && Character.getType(codePoint) == Character.NON_SPACING_MARK);
  }

  private static boolean isLetterOrDigit(int codePoint) {
    return codePoint < 128
        ? (codePoint >= 'a' && codePoint <= 'z')
            || (codePoint >= 'A' && codePoint <= 'Z')
            || (codePoint >= '0' && codePoint <= '9')
        : Character.isLetterOrDigit(codePoint);
  }

  private Gap gap(String text, int from, int to) {
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
    int at = 0;
    while (at < piece.length() && isFolded(piece.charAt(at))) {
      at++;
    }
    if (at == piece.length()) {
      return piece;
    }
    StringBuilder folded = new StringBuilder(piece.length()).append(piece, 0, at);
    for (; at < piece.length(); at++) {
      char c = piece.charAt(at);
      if (c >= 0xC0 && c < 0xC0 + LATIN.length()) {
        folded.append(LATIN.charAt(c - 0xC0));
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(Character.toLowerCase(c));
      }
    }
    return folded.toString();
  }

  private static boolean isFolded(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
