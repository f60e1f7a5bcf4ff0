package io.chipwire.figure;

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
 * The rows of a resource file of this package: tab-separated, {@code #} starts a comment line, the
 * first other line names the columns.
 */
final class Rows {

  private Rows() {}

  /** A row; {@code place} says where it stands, for messages. */
  record Row(String place, List<String> cells) {

    /** A cell; empty where the row is shorter. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** The parts of a cell, between {@code |}; none if it is empty. */
    List<String> list(int column) {
      return cell(column).isEmpty()
          ? List.of()
          : Arrays.stream(cell(column).split("\\|")).map(String::strip).toList();
    }

    /** The constant whose label a cell holds. */
    <E extends Enum<E>> E constant(Class<E> type, int column) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.name().equalsIgnoreCase(cell(column)))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "\"%s\": expected one of %s, at %s"
                          .formatted(
                              cell(column), Arrays.toString(type.getEnumConstants()), place)));
    }
  }

  static List<Row> of(String file) {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = Rows.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + ": expected beside " + Rows.class.getName());
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      boolean header = true;
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (!header) {
          rows.add(new Row(file + ":" + number, List.of(line.split("\t", -1))));
        }
        header = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
