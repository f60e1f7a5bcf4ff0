package io.chipwire.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table inside an article's text.
 *
 * @param start offset of the first row in the article's text
 * @param end offset behind the last row
 * @param caption the caption or the line above that names it, if any
 * @param scale the remark that scales its numbers ("in millions, except per share data"), if any
 * @param header the cells of the header row; empty if it has none
 * @param rows the cells of all rows in order, the header row included, each as many as the row has
 */
public record Table(
    int start,
    int end,
    @Nullable String caption,
    @Nullable String scale,
    List<String> header,
    List<TableRow> rows) {

  /** Copies the lists. */
  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }
}
