package io.chipwire.read;

import org.jsoup.parser.Parser;

/** Character references in values that should hold none: sites escape JSON and attributes twice. */
final class Entities {

  private Entities() {}

  /** One line of text with character references resolved, markup removed and spaces normalised. */
  static String line(String value) {
    String text = value;
    if (text.indexOf('&') >= 0) {
      text = Parser.unescapeEntities(text, false);
    }
    if (text.indexOf('<') >= 0 && text.indexOf('>') > 0) {
      text = text.replaceAll("</?[a-zA-Z][^<>]{0,200}>", "");
    }
    return PlainText.line(text);
  }
}
