package io.chipwire.detect;

import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.language.Token;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether an article is about the chip world at all.
 *
 * <p>Distinct words count, not their number: a column about potato chips says "chip" a hundred
 * times and nothing else. Long texts need more, since in 20,000 words everything is named once.
 */
final class Relevance {

  private static final int ENOUGH = 6;
  private static final int TOKENS_PER_FURTHER_POINT = 400;

  private final SignalRules rules;

  Relevance(SignalRules rules) {
    this.rules = rules;
  }

  boolean isChipNews(ArticleFacts facts) {
    Set<String> seen = new HashSet<>();
    int points = points(facts.title(), seen, 2) + points(facts.text(), seen, 1);
    Set<String> products = new HashSet<>();
    facts.textMentions().stream()
        .filter(mention -> mention.type() == EntityType.PRODUCT)
        .forEach(mention -> products.add(mention.id()));
    int tokens = facts.text().sentences().stream().mapToInt(Sentence::size).sum();
    return points + 2 * products.size() >= ENOUGH + tokens / TOKENS_PER_FURTHER_POINT;
  }

  private int points(AnnotatedText text, Set<String> seen, int factor) {
    int points = 0;
    for (Sentence sentence : text.sentences()) {
      for (Token token : sentence.tokens()) {
        String word = token.text().toLowerCase(Locale.ROOT);
        int weight = rules.relevance(word);
        if (weight > 0 && seen.add(word)) {
          points += factor * weight;
        }
      }
    }
    return points;
  }

  Passages passages(ArticleFacts facts) {
    return new Passages(facts.title(), facts.text(), rules);
  }
}
