package io.chipwire.language;

/**
 * A word, number or mark.
 *
 * @param text exactly as it stands in the source
 * @param start offset in the source text, in UTF-16 code units
 * @param end offset behind it
 */
public record Token(String text, int start, int end) {

  /** Whether nothing stands between this token and the one that follows it. */
  public boolean touches(Token next) {
    return end == next.start;
  }
}
