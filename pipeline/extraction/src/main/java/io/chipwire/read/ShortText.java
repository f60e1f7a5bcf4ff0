package io.chipwire.read;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of an element that should hold a line. Stops soon after {@value #LONGEST} characters:
 * nobody takes a longer one for a headline, name, date or cell, and a hostile page may hold
 * thousands of elements that each hold all of it. Stateless.
 */
final class ShortText {

  /** More than any line that is used, in characters. */
  private static final int LONGEST = 2_000;

  private ShortText() {}

  /** The text as one normalised line; of a longer one the beginning. */
  static String of(Element element) {
    StringBuilder text = new StringBuilder();
    append(element, text);
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private static void append(Element element, StringBuilder text) {
    for (Node node = element.firstChild();
        node != null && text.length() <= LONGEST;
        node = node.nextSibling()) {
      if (node instanceof TextNode words) {
        String raw = words.getWholeText();
        PlainText.append(text, raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST));
      } else if (node instanceof Element child) {
        boolean apart = child.isBlock() || child.nameIs("br");
        if (apart) {
          PlainText.append(text, " ");
        }
        append(child, text);
        if (apart) {
          PlainText.append(text, " ");
        }
      }
    }
  }
}
