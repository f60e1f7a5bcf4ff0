package io.chipwire.detect;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.language.Token;
import io.chipwire.lexicon.Lexicon;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an article, and a piece of evidence in it, is about the chip world at all.
 *
 * <p>Distinct words and names count, not their number: a column about potato chips says "chip" a
 * hundred times and nothing else. Long texts need more, since in 20,000 words everything is named
 * once.
 */
final class Relevance {

  /** What of an article's news is news of the field. */
  enum Scope {
    /** It is about little else. */
    ALL,
    /** It has to do with chips: what names somebody of the field, or tells of it in its words. */
    WHAT_TELLS_OF_IT,
    /** It is about other things, and names a chipmaker, or a product or a person of one. */
    CHIPMAKERS,
    /** It has nothing to do with chips. */
    FOREIGN
  }

  private static final int ENOUGH = 8;
  private static final int ENOUGH_FOR_A_SENTENCE = 2;
  private static final int FEWEST = 2;
  private static final int TOKENS_PER_POINT = 15;
  private static final String CHIPS_OF_A_SORT = "chips of a sort";
  private static final int POINTS_A_SORT = 2;
  private static final int POINTS_A_NAME = 2;
  private static final int POINTS_A_CHIPMAKER = 3;
  private static final int TOKENS_PER_FURTHER_POINT = 400;

  private final SignalRules rules;
  private final Lexicon lexicon;

  Relevance(SignalRules rules, Lexicon lexicon) {
    this.rules = rules;
    this.lexicon = lexicon;
  }

  /** How much of an article is news of the field. */
  Scope scope(ArticleFacts facts) {
    int points = points(facts);
    int enough = enough(facts);
    if (points >= 2 * enough) {
      return Scope.ALL;
    }
    if (points >= enough) {
      return Scope.WHAT_TELLS_OF_IT;
    }
    return ids(facts).anyMatch(this::isOfAChipmaker) ? Scope.CHIPMAKERS : Scope.FOREIGN;
  }

  /** Whether a piece of evidence is news of the field, in an article of some scope. */
  boolean admits(Scope scope, SignalDraft draft) {
    return switch (scope) {
      case ALL -> true;
      case WHAT_TELLS_OF_IT -> isChipNews(draft);
      case CHIPMAKERS -> draft.subject() != null && makesChips(draft.subject());
      case FOREIGN -> false;
    };
  }

  private int points(ArticleFacts facts) {
    Set<String> seen = new HashSet<>();
    int points = points(facts.title(), seen) + points(facts.text(), seen);
    return points + ids(facts).mapToInt(this::pointsOfName).sum();
  }

  private static Stream<String> ids(ArticleFacts facts) {
    return Stream.concat(facts.titleMentions().stream(), facts.textMentions().stream())
        .map(Mention::id)
        .distinct();
  }

  /** A text of a few sentences has no room for many words of the field. */
  private static int enough(ArticleFacts facts) {
    int tokens = facts.text().sentences().stream().mapToInt(Sentence::size).sum();
    return Math.min(ENOUGH, FEWEST + tokens / TOKENS_PER_POINT) + tokens / TOKENS_PER_FURTHER_POINT;
  }

  /** Whether the evidence names somebody of the field, or tells of it in so many words. */
  private boolean isChipNews(SignalDraft draft) {
    return isOfTheField(draft.subject())
        || isOfTheField(draft.product())
        || words(draft) >= ENOUGH_FOR_A_SENTENCE;
  }

  /** Whether somebody makes chips, or whoever owns or employs them does. */
  private boolean isOfAChipmaker(String id) {
    return makesChips(id) || lexicon.owner(id).filter(owner -> makesChips(owner.id())).isPresent();
  }

  /** Whether it is a maker of chips, or of what they are made with. */
  private boolean makesChips(String id) {
    return lexicon
        .find(id)
        .filter(entry -> entry.kinds().stream().anyMatch(kind -> rules.is("field", kind)))
        .isPresent();
  }

  private int words(SignalDraft draft) {
    return Arrays.stream(draft.sentence().toLowerCase(Locale.ROOT).split("[^\\p{Alnum}-]+"))
        .distinct()
        .mapToInt(rules::relevance)
        .sum();
  }

  private int pointsOfName(String id) {
    if (!isOfTheField(id)) {
      return 0;
    }
    return makesChips(id) ? POINTS_A_CHIPMAKER : POINTS_A_NAME;
  }

  private boolean isOfTheField(@Nullable String id) {
    return id != null
        && lexicon
            .find(id)
            .filter(
                entry -> entry.type() == EntityType.COMPANY || entry.type() == EntityType.PRODUCT)
            .isPresent();
  }

  private int points(AnnotatedText text, Set<String> seen) {
    int points = 0;
    for (Sentence sentence : text.sentences()) {
      String before = "";
      for (Token token : sentence.tokens()) {
        String word = token.text().toLowerCase(Locale.ROOT);
        int weight = rules.relevance(word);
        if (weight > 0 && seen.add(word)) {
          points += weight;
        }
        boolean meant =
            rules.is("chip", word) && rules.is("chip-sort", before)
                || rules.is("chip", before) && rules.is("chip-maker", word);
        if (meant && seen.add(CHIPS_OF_A_SORT)) {
          points += POINTS_A_SORT;
        }
        before = word;
      }
    }
    return points;
  }

  Passages passages(ArticleFacts facts) {
    return new Passages(facts, rules);
  }
}
