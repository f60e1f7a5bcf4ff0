package io.chipwire.commitment;

import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Labelled;
import io.chipwire.language.Phrase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A wording by which somebody binds itself; a row of {@code wordings.tsv}. */
record Wording(
    CommitmentKind kind,
    CommitmentStatus status,
    boolean obligorBefore,
    List<String> counterparty,
    boolean needsAmount,
    boolean needsCounterparty,
    Phrase phrase) {

  /** A wording that says how firm a commitment is; a row of {@code statuses.tsv}. */
  record Firmness(CommitmentStatus status, Phrase phrase) {}

  static List<Wording> all() {
    return rows("wordings.tsv", 6).stream()
        .map(
            row ->
                new Wording(
                    label(CommitmentKind.class, row[0]),
                    label(CommitmentStatus.class, row[1]),
                    row[2].equals("before"),
                    List.of(row[3].split("\\|")),
                    row[4].equals("amount") || row[4].equals("both"),
                    row[4].equals("party") || row[4].equals("both"),
                    new Phrase(row[5])))
        .toList();
  }

  static List<Firmness> firmness() {
    return rows("statuses.tsv", 2).stream()
        .map(row -> new Firmness(label(CommitmentStatus.class, row[0]), new Phrase(row[1])))
        .toList();
  }

  private static <E extends Enum<E> & Labelled> E label(Class<E> type, String label) {
    return Labelled.find(type, label)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "\"%s\" is none of %s".formatted(label, Labelled.labels(type))));
  }

  private static List<String[]> rows(String resource, int columns) {
    try (InputStream in = Wording.class.getResourceAsStream(resource)) {
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
