package io.chipwire.detect;

import io.chipwire.fact.Labelled;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of this room's resource files: tab-separated, {@code #} for comments. */
final class Rows {

  private Rows() {}

  /** All rows, each with that many cells. */
  static List<String[]> of(String resource, int columns) {
    try (InputStream in = Rows.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": not in the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String[]> rows = new ArrayList<>();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t");
        if (cells.length != columns) {
          throw new IllegalStateException(
              "%s:%d: %d columns, expected %d".formatted(resource, number, cells.length, columns));
        }
        rows.add(cells);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The constant of a label in a resource file. */
  static <E extends Enum<E> & Labelled> E label(Class<E> type, String label, String resource) {
    return Labelled.find(type, label)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s: \"%s\" is none of %s".formatted(resource, label, Labelled.labels(type))));
  }
}
