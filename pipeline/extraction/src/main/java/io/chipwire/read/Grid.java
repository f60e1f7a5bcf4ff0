package io.chipwire.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a table.
 *
 * @param caption its caption, if it has one
 * @param headerRows how many rows at the top are headers
 * @param rows the texts of the cells, row by row, all rows equally long
 */
record Grid(@Nullable String caption, int headerRows, List<List<String>> rows) {

  /** A row as a line of text. */
  static String line(List<String> cells) {
    return String.join(" | ", cells).strip();
  }
}
