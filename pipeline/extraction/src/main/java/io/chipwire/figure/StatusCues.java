package io.chipwire.figure;

import io.chipwire.table.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Wordings that tell how certain a figure is, from {@code status-cues.tsv}. */
final class StatusCues {

  /** What a wording says. */
  enum Kind {
    /** Unnamed sources. */
    REPORTED,
    /** A condition. */
    CONDITIONAL,
    /** An outlook, whoever gives it: "expects". */
    OUTLOOK,
    /** A plan: "plans to". */
    PLAN,
    /** A goal: "aims", "target". */
    GOAL,
    /** A pledge: "has committed to". */
    PLEDGE,
    /** The future: "will". */
    FUTURE,
    /** Somebody who looks on from outside: "analysts". */
    OUTSIDER,
    /** Somebody who speaks for a company: "chief executive". */
    INSIDER,
    /** A heading over an outlook. */
    HEADING
  }

  private final PhraseMap<Kind> phrases = new PhraseMap<>();

  StatusCues() {
    for (Rows.Row row : Rows.of(StatusCues.class, "status-cues.tsv")) {
      Kind kind = row.constant(Kind.class, 0);
      for (String phrase : row.list(2)) {
        Set<String> forms = new HashSet<>(Set.of(phrase));
        if (row.cell(1).equals("verb")) {
          int space = phrase.indexOf(' ');
          String verb = space < 0 ? phrase : phrase.substring(0, space);
          String rest = space < 0 ? "" : phrase.substring(space);
          Inflection.verb(verb).forEach(form -> forms.add(form + rest));
        } else if (row.cell(1).equals("noun")) {
          forms.addAll(Inflection.noun(phrase));
        }
        forms.forEach(form -> phrases.put(form, kind));
      }
    }
  }

  /** All cues of a sentence, by position. */
  List<PhraseMap.Found<Kind>> find(List<String> lower) {
    return phrases.in(lower);
  }

  /** Whether a sentence has a cue of this kind. */
  boolean has(List<String> lower, Kind kind) {
    return find(lower).stream().anyMatch(found -> found.value() == kind);
  }
}
