package io.chipwire.figure;

import io.chipwire.fact.Metric;
import java.util.Set;

/**
 * A wording that tells what is measured.
 *
 * @param part how it stands in a sentence
 * @param units the kinds of unit it goes with
 * @param weight how much it says, about 0 (hardly anything) to 3 (leaves no doubt)
 */
record Cue(Metric metric, Part part, Set<UnitKind> units, double weight) {

  enum Part {
    /** A noun phrase that names the metric. */
    NOUN,
    /** A verb that governs the amount. */
    VERB,
    /** Words that stand beside the amount itself: "apiece", "per share". */
    MARK
  }

  /** A cue where it stands in a sentence, tokens [first, end). */
  record Hit(Cue cue, int first, int end) {}

  /** Copies the set. */
  Cue {
    units = Set.copyOf(units);
  }
}
