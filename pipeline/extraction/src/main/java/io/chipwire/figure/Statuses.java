package io.chipwire.figure;

import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Labelled;
import io.chipwire.language.Phrase;
import io.chipwire.quantity.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How certain a figure is: by the wording in its sentence that stands nearest in front of it. */
final class Statuses {

  private static final int REACH_BEHIND = 4;

  private record Row(FigureStatus status, boolean ownWord, Phrase phrase) {}

  private final List<Row> rows =
      CueRows.of("statuses.tsv", 3).stream()
          .map(
              row ->
                  new Row(
                      Labelled.find(FigureStatus.class, row[0]).orElseThrow(),
                      row[1].equals("own"),
                      new Phrase(row[2])))
          .toList();

  FigureStatus of(Quantity quantity, List<String> words, @Nullable String subject) {
    for (Row row : rows) {
      for (int from = 0; from < words.size(); from++) {
        int end = row.phrase.endAt(words, from);
        if (end >= 0 && governs(row.status, from, quantity, words)) {
          return row.ownWord && subject == null ? FigureStatus.FORECAST : row.status;
        }
      }
    }
    return FigureStatus.ACTUAL;
  }

  private static boolean governs(
      FigureStatus status, int cue, Quantity quantity, List<String> words) {
    if (status == FigureStatus.REPORTED) {
      return true;
    }
    if (cue > quantity.end() + REACH_BEHIND) {
      return false;
    }
    for (int i = Math.min(cue, quantity.end()); i < Math.max(cue, quantity.first()); i++) {
      if (words.get(i).equals(";")) {
        return false;
      }
    }
    return true;
  }
}
