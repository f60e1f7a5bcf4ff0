package io.chipwire.article;

import java.util.List;

/**
 * A row of a {@link Table}.
 *
 * @param start offset of the row's line in the article's text
 * @param cells the texts of its cells; the first is the row's label where the table has labels
 */
public record TableRow(int start, List<String> cells) {

  /** Copies the list. */
  public TableRow {
    cells = List.copyOf(cells);
  }
}
