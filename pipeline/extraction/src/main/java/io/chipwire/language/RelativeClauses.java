package io.chipwire.language;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the relative clause between commas that parts a subject from its verb: "ASE, which takes on
 * the rest, plans to spend". It is parsed by itself, for inside its sentence it draws the verb
 * behind it to itself.
 */
final class RelativeClauses {

  private static final Set<String> RELATIVES = Set.of("which", "who", "whose", "where");
  private static final int LONGEST = 30;

  /** A clause by the places of its commas in a list of labels. */
  record Span(int open, int close) {}

  private RelativeClauses() {}

  /** The first such clause of tagged labels, or null. */
  static @Nullable Span first(List<CoreLabel> labels) {
    for (int open = 1; open < labels.size() - 3; open++) {
      boolean opens =
          labels.get(open).word().equals(",") && RELATIVES.contains(labels.get(open + 1).word());
      int close = opens ? close(labels, open) : -1;
      if (close > 0) {
        return new Span(open, close);
      }
    }
    return null;
  }

  private static int close(List<CoreLabel> labels, int open) {
    boolean verb = false;
    for (int i = open + 2; i < Math.min(labels.size() - 1, open + LONGEST); i++) {
      if (verb && labels.get(i).word().equals(",")) {
        int next = labels.get(i + 1).tag().equals("RB") ? i + 2 : i + 1;
        if (next < labels.size() && isFinite(labels.get(next).tag())) {
          return i;
        }
      }
      verb |= isFinite(labels.get(i).tag());
    }
    return -1;
  }

  private static boolean isFinite(String tag) {
    return tag.equals("VBZ") || tag.equals("VBD") || tag.equals("VBP") || tag.equals("MD");
  }
}
