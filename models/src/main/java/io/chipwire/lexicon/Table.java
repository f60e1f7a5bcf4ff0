package io.chipwire.lexicon;

import io.chipwire.table.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tab-separated resource file: comment lines start with {@code #}, the first other line names the
 * columns, missing cells at the end of a row are empty.
 */
final class Table {

  /** One row, with its place for messages. */
  record Row(String place, Map<String, Integer> columns, List<String> cells) {

    /** The cell of a column, empty if the row has none. */
    String text(String column) {
      Integer index = columns.get(column);
      return index == null || index >= cells.size() ? "" : cells.get(index);
    }

    /** The cell, or null where it is empty. */
    @Nullable String optional(String column) {
      String text = text(column);
      return text.isEmpty() ? null : text;
    }

    /** The parts of a cell between {@code |}. */
    List<String> list(String column) {
      String text = text(column);
      return text.isEmpty() ? List.of() : List.of(text.split("\\|"));
    }

    /** An error that names the place. */
    IllegalStateException broken(String column, String expected) {
      return new IllegalStateException(
          column + " \"" + text(column) + "\": expected " + expected + " at " + place);
    }
  }

  private Table() {}

  /** All rows of a file beside this class. */
  static List<Row> read(String file) {
    List<Rows.Row> all = Rows.of(Table.class, file);
    Map<String, Integer> columns = new HashMap<>();
    for (String name : all.getFirst().cells()) {
      columns.put(name, columns.size());
    }
    List<Row> rows = new ArrayList<>();
    for (Rows.Row row : all.subList(1, all.size())) {
      if (row.cells().size() > columns.size()) {
        throw new IllegalStateException(
            row.cells().size() + " cells: expected " + columns.size() + " at " + row.place());
      }
      rows.add(new Row(row.place(), columns, row.cells()));
    }
    return rows;
  }
}
