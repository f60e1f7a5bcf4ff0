package io.chipwire.entity;

import io.chipwire.fact.EntityType;
import io.chipwire.language.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Companies that a sentence introduces by saying what they are: "MEXT, a maker of software", "with
 * Iren, an Australian operator".
 */
final class AppositeNames {

  private static final int LONGEST = 4;

  /** Words behind "a" among which the noun for a company must stand. */
  private static final int REACH = 5;

  private final NameCues cues;

  AppositeNames(NameCues cues) {
    this.cues = cues;
  }

  /**
   * The companies of a sentence.
   *
   * @param covered the tokens that belong to known names
   */
  List<Sighting> find(Sentence sentence, boolean[] covered) {
    List<Sighting> found = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      int end = i;
      while (end < sentence.size() && end - i < LONGEST && isName(sentence, end, covered)) {
        end++;
      }
      if (end > i && isIntroduced(sentence, end) && !isPost(sentence, i, end)) {
        found.add(Sighting.guessed(sentence, i, end, EntityType.COMPANY, true));
      }
      i = Math.max(i, end);
    }
    return found;
  }

  private boolean isName(Sentence sentence, int i, boolean[] covered) {
    String word = sentence.word(i);
    return !covered[i]
        && Letters.capitalised(word)
        && word.length() > 1
        && !cues.isNoName(word)
        && !cues.is("person-title", word);
  }

  /** A comma, "a" or "an", and soon a noun for a company, before any further comma. */
  private boolean isIntroduced(Sentence sentence, int end) {
    boolean article =
        end + 2 < sentence.size()
            && sentence.word(end).equals(",")
            && sentence.word(end + 1).matches("an?");
    for (int i = end + 2; article && i < Math.min(sentence.size(), end + 2 + REACH); i++) {
      String word = sentence.word(i);
      if (cues.is("company-noun", word)) {
        return true;
      }
      if (word.matches("[,.;()]|of|at|in|for|with|who")) {
        return false;
      }
    }
    return false;
  }

  private boolean isPost(Sentence sentence, int first, int end) {
    for (int i = first; i < end; i++) {
      if (cues.is("post", sentence.word(i)) || cues.is("organization", sentence.word(i))) {
        return true;
      }
    }
    return false;
  }
}
