package io.chipwire.quantity;

import io.chipwire.language.Sentence;
import io.chipwire.language.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cuts sentences into {@linkplain Piece pieces}: a number never contains a letter, a word may end
 * in digits ({@code H100}) but never begins with one. One pass over the characters.
 */
final class Pieces {

  /** Longest run of digits taken for a number; a longer one is a code of some kind. */
  private static final int MAX_DIGITS = 24;

  private final Predicate<String> currencySign;
  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private Sentence sentence;
  private int token;
  private int at;

  private Pieces(Predicate<String> currencySign, String text, Sentence sentence) {
    this.currencySign = currencySign;
    this.text = text;
    this.sentence = sentence;
  }

  /** The pieces of a phrase of the vocabulary. */
  static List<Piece> of(Predicate<String> currencySign, String phrase) {
    Token whole = new Token(phrase, 0, phrase.length());
    return of(currencySign, phrase, List.of(new Sentence(0, 0, List.of(whole))));
  }

  /** The pieces of sentences that follow one another; at least one sentence. */
  static List<Piece> of(Predicate<String> currencySign, String text, List<Sentence> sentences) {
    Pieces reader = new Pieces(currencySign, text, sentences.getFirst());
    for (Sentence sentence : sentences) {
      reader.read(sentence);
    }
    return reader.pieces;
  }

  private void read(Sentence next) {
    sentence = next;
    token = 0;
    at = next.start();
    int end = next.end();
    while (at < end) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (isDigit(c) || (c == '.' && isDigitAt(at + 1, end) && !isLetterAt(at - 1))) {
        number(end);
      } else if (Character.isLetter(c)) {
        word(end);
      } else {
        mark(end);
      }
    }
  }

  private void number(int end) {
    int start = at;
    StringBuilder digits = new StringBuilder();
    int dots = 0;
    while (at < end) {
      char c = text.charAt(at);
      if (isDigit(c)) {
        digits.append(c);
        at++;
      } else if (c == ',' && isGroup(at + 1, end)) {
        at++;
      } else if (c == '.' && isDigitAt(at + 1, end)) {
        digits.append(c);
        dots++;
        at++;
      } else if (isThinSpace(c) && isThousands(at + 1, end) && at - start <= 3 + digits.length()) {
        at++;
      } else {
        break;
      }
    }
    if (at < end && dots == 0) {
      String fraction =
          switch (text.charAt(at)) {
            case '½' -> ".5";
            case '¼' -> ".25";
            case '¾' -> ".75";
            default -> "";
          };
      if (!fraction.isEmpty()) {
        digits.append(fraction);
        at++;
      }
    }
    int letters = at;
    while (letters < end && Character.isLetter(text.charAt(letters))) {
      letters++;
    }
    boolean name = letters > at && letters < end && isDigit(text.charAt(letters));
    if (dots > 1 || name || digits.length() > MAX_DIGITS) {
      while (at < end && (Character.isLetterOrDigit(text.charAt(at)))) {
        at++;
      }
      add(Piece.Kind.WORD, start, null);
      return;
    }
    String value = digits.charAt(0) == '.' ? "0" + digits : digits.toString();
    add(Piece.Kind.NUMBER, start, new BigDecimal(value));
  }

  /** Whether two or three digits and then no further digit stand here: a group after a comma. */
  private boolean isGroup(int from, int end) {
    int to = from;
    while (to < end && isDigit(text.charAt(to))) {
      to++;
    }
    int digits = to - from;
    boolean indian = digits == 2 && to < end && text.charAt(to) == ',' && isGroup(to + 1, end);
    return digits == 3 || indian;
  }

  private boolean isThousands(int from, int end) {
    int to = from;
    while (to < end && isDigit(text.charAt(to))) {
      to++;
    }
    return to - from == 3;
  }

  private void word(int end) {
    int start = at;
    while (at < end && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    // "U.S.", "p.m.": single letters, each with its full stop.
    if (at - start == 1 && at < end && text.charAt(at) == '.' && isLetterAt(at + 1)) {
      int probe = at;
      while (probe + 1 < end
          && text.charAt(probe) == '.'
          && Character.isLetter(text.charAt(probe + 1))
          && (probe + 2 >= end || !Character.isLetter(text.charAt(probe + 2)))) {
        probe += 2;
      }
      if (probe > at) {
        at = probe < end && text.charAt(probe) == '.' ? probe + 1 : probe;
      }
    }
    if (at < end && currencySign.test(text.substring(start, at + 1))) {
      at++;
      add(Piece.Kind.CURRENCY, start, null);
      return;
    }
    add(Piece.Kind.WORD, start, null);
  }

  private void mark(int end) {
    int start = at;
    char c = text.charAt(at);
    at++;
    if (currencySign.test(text.substring(start, at))) {
      add(Piece.Kind.CURRENCY, start, null);
      return;
    }
    if (c == '+' && at + 1 < end && text.charAt(at) == '/' && isMinus(text.charAt(at + 1))) {
      at += 2;
    } else if (isApostrophe(c) && at < end && (text.charAt(at) == 's' || text.charAt(at) == 'S')) {
      at += isLetterAt(at + 1) ? 0 : 1;
    } else if (Character.isHighSurrogate(c) && at < end) {
      at++;
    }
    add(Piece.Kind.MARK, start, null);
  }

  private void add(Piece.Kind kind, int start, @Nullable BigDecimal value) {
    List<Token> tokens = sentence.tokens();
    while (token + 1 < tokens.size() && tokens.get(token).end() <= start) {
      token++;
    }
    boolean glued = !pieces.isEmpty() && pieces.getLast().end() == start;
    pieces.add(
        Piece.of(
            kind, text.substring(start, at), start, at, sentence.index(), token, glued, value));
  }

  private boolean isDigitAt(int index, int end) {
    return index < end && isDigit(text.charAt(index));
  }

  private boolean isLetterAt(int index) {
    return index >= 0 && index < text.length() && Character.isLetter(text.charAt(index));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b';
  }

  private static boolean isThinSpace(char c) {
    return c == '\u00a0' || c == '\u202f' || c == '\u2009';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '−' || c == '–';
  }
}
