package io.chipwire.read;

/**
 * Normalised text: every run of white space (no-break, thin, ideographic and line breaks included)
 * is one space; invisible characters (soft hyphen, zero width, direction marks, controls) are gone;
 * typographic characters stay.
 */
final class PlainText {

  private PlainText() {}

  /** The normalised form of one line, without space at its ends. */
  static String line(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    append(out, raw);
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    return out.substring(0, end);
  }

  /** The normalised form of a text in which blank lines part paragraphs and line ends may stand. */
  static String paragraphs(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (String paragraph : raw.split("\\R[\\s\\u00a0]*\\R", -1)) {
      String clean = lines(paragraph);
      if (!clean.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n\n").append(clean);
      }
    }
    return out.toString();
  }

  /** Appends {@code raw}; a space is not repeated and does not stand at the start. */
  static void append(StringBuilder out, String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c > ' ' && c < 0x7f) {
        out.append(c);
      } else if (isSpace(c)) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (!isInvisible(c)) {
        out.append(c);
      }
    }
  }

  /** A text's letters and digits in lower case: what makes two lines the same to a reader. */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  static boolean isSpace(char c) {
    return c == ' '
        || c >= '\t' && c <= '\r'
        || c == 0x85
        || c == 0xa0
        || c >= 0x2000 && c <= 0x200a
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  private static boolean isInvisible(char c) {
    return c < ' '
        || c >= 0x7f && c <= 0x9f
        || c == 0xad
        || c >= 0x200b && c <= 0x200f
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2060 && c <= 0x2069
        || c == 0xfeff
        || c == 0xfffc;
  }

  private static String lines(String paragraph) {
    StringBuilder out = new StringBuilder(paragraph.length());
    for (String raw : paragraph.split("\\R", -1)) {
      String clean = line(raw);
      if (!clean.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n").append(clean);
      }
    }
    return out.toString();
  }
}
