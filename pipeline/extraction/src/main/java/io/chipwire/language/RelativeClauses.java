package io.chipwire.language;

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

  /** A clause by the places of its commas in a list of words. */
  record Span(int open, int close) {}

  private RelativeClauses() {}

  /** The first such clause of tagged words, or null. */
  static @Nullable Span first(List<TaggedWord> words) {
    for (int open = 1; open < words.size() - 3; open++) {
      boolean opens =
          words.get(open).word().equals(",") && RELATIVES.contains(words.get(open + 1).word());
      int close = opens ? close(words, open) : -1;
      if (close > 0) {
        return new Span(open, close);
      }
    }
    return null;
  }

  private static int close(List<TaggedWord> words, int open) {
    boolean verb = false;
    for (int i = open + 2; i < Math.min(words.size() - 1, open + LONGEST); i++) {
      if (verb && words.get(i).word().equals(",")) {
        int next = words.get(i + 1).tag().equals("RB") ? i + 2 : i + 1;
        if (next < words.size() && isFinite(words.get(next).tag())) {
          return i;
        }
      }
      verb |= isFinite(words.get(i).tag());
    }
    return -1;
  }

  private static boolean isFinite(String tag) {
    return tag.equals("VBZ") || tag.equals("VBD") || tag.equals("VBP") || tag.equals("MD");
  }
}
