package io.chipwire.commitment;

import io.chipwire.commitment.Vocabulary.Mood;
import io.chipwire.table.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the word that makes a verb binding: "agreed last month to buy", "will invest". */
final class Moods {

  private static final Words WORDS = Words.beside(Moods.class);

  /** A mood and the word that gives it. */
  record Found(Mood mood, int word) {}

  private static final int REACH = 8;
  private static final Set<String> BE = WORDS.of("be");
  private static final Set<String> HAVE = WORDS.of("have");

  private final Vocabulary vocabulary;

  Moods(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The mood in front of a verb, or null where it is told as a fact. */
  @Nullable Found of(Clause clause, int verb) {
    boolean infinitive = false;
    for (int i = verb - 1; i >= Math.max(0, verb - REACH); i--) {
      String word = clause.word(i);
      if (WORDS.of("mark").contains(word)) {
        break;
      }
      if (word.equals("to")) {
        infinitive = true;
        if (BE.contains(clause.word(i - 1)) && vocabulary.mood("be-to") != null) {
          return new Found(vocabulary.mood("be-to"), i - 1);
        }
        if (HAVE.contains(clause.word(i - 1)) && vocabulary.mood("has-to") != null) {
          return new Found(vocabulary.mood("has-to"), i - 1);
        }
        if (i == clause.begin(verb) || headline(clause, i)) {
          return new Found(vocabulary.mood("will"), i);
        }
        continue;
      }
      Mood mood = vocabulary.mood(word);
      boolean auxiliary = clause.parse.tag(i).equals("MD");
      if (mood != null && (infinitive || auxiliary)) {
        return new Found(mood, i);
      }
      if (clause.parse.isVerb(i) && !infinitive && !BE.contains(word) && !HAVE.contains(word)) {
        break;
      }
    }
    return coordinated(clause, verb);
  }

  /** "Micron to invest $200 billion": a headline's future. */
  private static boolean headline(Clause clause, int to) {
    return clause.mentions.stream().anyMatch(m -> m.end() == to && m.first() == 0);
  }

  private @Nullable Found coordinated(Clause clause, int verb) {
    int head = clause.parse.head(verb);
    boolean joined = clause.parse.relation(verb).equals("conj") && head >= 0 && head < verb;
    return joined && clause.parse.isVerb(head) ? of(clause, head) : null;
  }
}
