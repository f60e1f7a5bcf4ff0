package io.chipwire.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads this package's resource files: tab-separated rows, {@code #} starts a comment line. */
final class WordTable {

  private WordTable() {}

  /** The rows of a resource, each as its columns. */
  static List<List<String>> rows(String resource) {
    InputStream in = WordTable.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("resource " + resource + ": not beside " + WordTable.class);
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource, e);
    }
  }
}
