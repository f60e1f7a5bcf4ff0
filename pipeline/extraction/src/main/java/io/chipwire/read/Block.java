package io.chipwire.read;

import org.jspecify.annotations.Nullable;

/**
 * A line of the page as a reader sees it: a paragraph, heading, list item or a whole table.
 *
 * @param index its place in reading order, from 0
 * @param region the innermost element that holds it
 * @param text normalised; a table's rows are lines
 * @param length characters of a Latin text that would say as much; see {@link #length(String)}
 * @param linked how many of the text's characters are inside links
 * @param links how many links it holds
 * @param level rank of a heading, 1 to 6; 0 for others
 * @param emphasised whether all of it is bold, as a heading in disguise is
 * @param grid the cells, for a table
 */
record Block(
    int index,
    Kind kind,
    Region region,
    String text,
    int length,
    int linked,
    int links,
    int level,
    boolean emphasised,
    @Nullable Grid grid) {

  /** What the page's markup calls it. */
  enum Kind {
    PARAGRAPH,
    HEADING,
    ITEM,
    CELL,
    CAPTION,
    TABLE
  }

  /** Share of its characters that are inside links, 0 to 1. */
  double linkDensity() {
    return text.isEmpty() ? 0 : Math.min(1.0, (double) linked / text.length());
  }

  /** Whether it ends as sentences end. */
  boolean endsSentence() {
    for (int i = text.length() - 1; i >= Math.max(0, text.length() - 3); i--) {
      char c = text.charAt(i);
      if (".!?。！？…।؟".indexOf(c) >= 0) {
        return true;
      }
      if ("\"'”’»)」』*]".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }

  /** Length in characters of a Latin text that would say as much as this one. */
  static int length(String text) {
    int wide = 0;
    for (int i = 0; i < text.length(); i++) {
      wide += text.charAt(i) >= 0x2e80 && text.charAt(i) <= 0xd7ff ? 1 : 0;
    }
    return text.length() + 2 * wide;
  }
}
