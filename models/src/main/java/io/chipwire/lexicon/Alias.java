package io.chipwire.lexicon;

import java.util.List;
import java.util.Set;

/**
 * A name that an entry goes by, and what an ambiguous one asks of its surroundings.
 *
 * <p>Letters that are capitals here must be capitals in the text; small ones may be either: {@code
 * Nvidia} fits NVIDIA, not nvidia.
 *
 * @param text the name
 * @param needs what it asks for; empty for a name that means one thing only
 * @param with words that settle it when near, lower case; a trailing {@code *} stands for any
 *     ending
 * @param without words that rule it out when near, in the same spelling
 */
public record Alias(String text, Set<Need> needs, List<String> with, List<String> without) {

  /** What an ambiguous name asks for. */
  public enum Need {
    /** Letter case exactly as written: {@code ON} is not "On". */
    EXACT,
    /** One of the {@link Alias#with} words near, or proof elsewhere in the article. */
    CUE,
    /** Not the first word of a sentence, where any word has a capital; else as {@link #CUE}. */
    INNER
  }

  /** Copies the collections. */
  public Alias {
    needs = Set.copyOf(needs);
    with = List.copyOf(with);
    without = List.copyOf(without);
  }

  /** A name that means one thing only. */
  public static Alias plain(String text) {
    return new Alias(text, Set.of(), List.of(), List.of());
  }

  /** Whether this name is declared to be a common word or another's name too. */
  public boolean ambiguous() {
    return !needs.isEmpty() || !with.isEmpty() || !without.isEmpty();
  }
}
