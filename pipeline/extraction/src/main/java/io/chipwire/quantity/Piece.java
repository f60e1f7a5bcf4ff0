package io.chipwire.quantity;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number, a word or a mark: finer than a token, because {@code $2.9M} and {@code 36bn} are cut
 * where the grammar needs it, however the tokeniser did.
 *
 * @param text as printed
 * @param lower in lower case
 * @param start offset in the text
 * @param end offset behind it
 * @param sentence index of its sentence
 * @param token index of the token in which it begins
 * @param glued whether nothing stands between it and the piece before it
 * @param value of a number, else null
 */
record Piece(
    Kind kind,
    String text,
    String lower,
    int start,
    int end,
    int sentence,
    int token,
    boolean glued,
    @Nullable BigDecimal value) {

  enum Kind {
    NUMBER,
    WORD,
    CURRENCY,
    MARK
  }

  static Piece of(
      Kind kind,
      String text,
      int start,
      int end,
      int sentence,
      int token,
      boolean glued,
      @Nullable BigDecimal value) {
    return new Piece(
        kind, text, text.toLowerCase(Locale.ROOT), start, end, sentence, token, glued, value);
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean is(String lowerCase) {
    return lower.equals(lowerCase);
  }

  /** Whether it is a word that begins with a capital letter. */
  boolean isCapitalised() {
    return kind == Kind.WORD && Character.isUpperCase(text.charAt(0));
  }

  /** A hyphen or a dash of any length. */
  boolean isDash() {
    return kind == Kind.MARK
        && (text.equals("-")
            || text.equals("–")
            || text.equals("—")
            || text.equals("‑")
            || text.equals("‒")
            || text.equals("−"));
  }

  /** Four digits that read as a year, without a separator. */
  boolean looksLikeYear() {
    return kind == Kind.NUMBER
        && text.length() == 4
        && (text.startsWith("19") || text.startsWith("20") || text.startsWith("18"))
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether the number is written with a separator or a fraction, so is no label. */
  boolean isFormatted() {
    return kind == Kind.NUMBER && (text.indexOf(',') >= 0 || text.indexOf('.') >= 0);
  }
}
