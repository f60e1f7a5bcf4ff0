package io.chipwire.app.text;

/** Makes text from outside safe for a terminal: no escape sequences, no bidirectional tricks. */
public final class Printable {

  private Printable() {}

  /** The text on one line, control and format characters replaced by spaces. */
  public static String line(String text) {
    return clean(text, false).strip();
  }

  /** The text with its line ends kept. */
  public static String text(String text) {
    return clean(text, true);
  }

  /** At most {@code length} code units of the text's line, cut at a word where that is possible. */
  public static String shorten(String text, int length) {
    String line = line(text);
    if (line.length() <= length) {
      return line;
    }
    int space = line.lastIndexOf(' ', length - 1);
    int cut = space > length / 2 ? space : length - 1;
    if (Character.isHighSurrogate(line.charAt(cut - 1))) {
      cut--;
    }
    return line.substring(0, cut).stripTrailing() + "…";
  }

  private static String clean(String text, boolean keepLines) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean unsafe =
          type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      clean.append(unsafe && !(keepLines && c == '\n') ? ' ' : c);
    }
    return clean.toString();
  }
}
