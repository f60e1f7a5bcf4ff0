package io.chipwire.table;

import io.chipwire.fact.Labelled;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a tab-separated resource file in UTF-8; blank lines and lines that begin with {@code
 * #} are comments. Stateless.
 */
public final class Rows {

  private Rows() {}

  /**
   * A row.
   *
   * @param place file and line, for messages
   * @param cells as they stand in the file
   */
  public record Row(String place, List<String> cells) {

    /** Copies the cells. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** A cell without the spaces around it; empty where the row is shorter. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** The parts of a cell, between {@code |}; none if it is empty. */
    public List<String> list(int column) {
      return cell(column).isEmpty()
          ? List.of()
          : Arrays.stream(cell(column).split("\\|")).map(String::strip).toList();
    }

    /**
     * The constant whose name a cell holds, in whatever case.
     *
     * @throws IllegalStateException if there is none
     */
    public <E extends Enum<E>> E constant(Class<E> type, int column) {
      return constant(type, cell(column));
    }

    /**
     * The constant with a name, in whatever case.
     *
     * @throws IllegalStateException if there is none
     */
    public <E extends Enum<E>> E constant(Class<E> type, String name) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.name().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow(() -> none(name, Arrays.toString(type.getEnumConstants())));
    }

    /**
     * The constant whose label a cell holds.
     *
     * @throws IllegalStateException if there is none
     */
    public <E extends Enum<E> & Labelled> E label(Class<E> type, int column) {
      return label(type, cell(column));
    }

    /**
     * The constant with a label.
     *
     * @throws IllegalStateException if there is none
     */
    public <E extends Enum<E> & Labelled> E label(Class<E> type, String label) {
      return Labelled.find(type, label)
          .orElseThrow(() -> none(label, Labelled.labels(type).toString()));
    }

    private IllegalStateException none(String value, String expected) {
      return new IllegalStateException(
          "\"%s\": expected one of %s, at %s".formatted(value, expected, place));
    }
  }

  /**
   * The rows of a file.
   *
   * @param room a class that it stands beside
   * @throws IllegalStateException if it is missing
   */
  public static List<Row> of(Class<?> room, String file) {
    try (InputStream in = room.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + ": expected beside " + room.getName());
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<Row> rows = new ArrayList<>();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(new Row(file + ":" + number, List.of(line.split("\t", -1))));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /**
   * The rows of a file, each of so many cells.
   *
   * @param room a class that it stands beside
   * @throws IllegalStateException if it is missing, or a row has another number of cells
   */
  public static List<Row> of(Class<?> room, String file, int columns) {
    List<Row> rows = of(room, file);
    for (Row row : rows) {
      if (row.cells.size() != columns) {
        throw new IllegalStateException(
            "%d columns: expected %d, at %s".formatted(row.cells.size(), columns, row.place));
      }
    }
    return rows;
  }
}
