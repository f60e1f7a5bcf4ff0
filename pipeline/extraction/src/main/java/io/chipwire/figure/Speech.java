package io.chipwire.figure;

import io.chipwire.table.Rows;
import java.util.HashSet;
import java.util.Set;

/** Verbs of saying and thinking, from {@code speech-verbs.tsv}. */
final class Speech {

  private final Set<String> said = new HashSet<>();
  private final Set<String> all = new HashSet<>();

  Speech() {
    for (Rows.Row row : Rows.of(Speech.class, "speech-verbs.tsv")) {
      all.addAll(row.list(1));
      if (row.cell(0).equals("said")) {
        said.addAll(row.list(1));
      }
    }
  }

  /** Whether a lower-case word says that somebody says or thinks something. */
  boolean isSpeech(String word) {
    return all.contains(word);
  }

  /** Whether a time beside this word is the time of speaking. */
  boolean isSaid(String word) {
    return said.contains(word);
  }
}
