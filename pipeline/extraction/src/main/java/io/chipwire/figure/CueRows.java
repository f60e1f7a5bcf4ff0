package io.chipwire.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads this room's vocabulary: tab-separated rows, {@code #} for remarks. */
final class CueRows {

  private CueRows() {}

  static List<String[]> of(String resource, int columns) {
    try (InputStream in = CueRows.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": not in the class path");
      }
      List<String[]> rows =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t"))
              .toList();
      for (String[] row : rows) {
        if (row.length != columns) {
          throw new IllegalStateException(
              "%s: row \"%s\" has %d columns, expected %d"
                  .formatted(resource, String.join(" ", row), row.length, columns));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
