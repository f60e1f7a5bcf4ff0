package io.chipwire.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  record Row(String file, int line, Map<String, Integer> columns, List<String> cells) {

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
          column + " \"" + text(column) + "\": expected " + expected + " at " + file + ":" + line);
    }
  }

  private Table() {}

  /** All rows of a file beside this class. */
  static List<Row> read(String file) {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = Table.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("lexicon file " + file + " is not on the class path");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, Integer> columns = new HashMap<>();
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (columns.isEmpty()) {
          for (int i = 0; i < cells.length; i++) {
            columns.put(cells[i], i);
          }
          continue;
        }
        if (cells.length > columns.size()) {
          throw new IllegalStateException(
              cells.length + " cells: expected " + columns.size() + " at " + file + ":" + number);
        }
        rows.add(new Row(file, number, columns, List.of(cells)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("lexicon file " + file, e);
    }
    return rows;
  }
}
