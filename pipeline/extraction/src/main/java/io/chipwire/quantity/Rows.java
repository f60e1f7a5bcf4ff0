package io.chipwire.quantity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tab-separated resources of this room; lines that begin with {@code # } are comments.
 */
final class Rows {

  private Rows() {}

  /**
   * The rows of a resource.
   *
   * @param columns how many each row must have
   * @throws IllegalStateException if it is missing, or a row has another number of columns
   */
  static List<String[]> of(String resource, int columns) {
    InputStream in = Rows.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException(resource + ": not beside " + Rows.class.getName());
    }
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("# ")) {
          continue;
        }
        String[] row = line.split("\t", -1);
        if (row.length != columns) {
          throw new IllegalStateException(
              "%s:%d: %d columns in \"%s\", expected %d"
                  .formatted(resource, number, row.length, line, columns));
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": " + e.getMessage(), e);
    }
    return rows;
  }
}
