package io.chipwire.commitment;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import org.jspecify.annotations.Nullable;

/** What a commitment is about: a product's id, or a short noun phrase. */
final class Objects {

  private Objects() {}

  /** The object named in a stretch of tokens, or null. */
  static @Nullable String of(Clause clause, Vocabulary vocabulary, int from, int to) {
    for (Mention mention : clause.between(from, to)) {
      if (mention.type() == EntityType.PRODUCT) {
        return mention.id();
      }
    }
    for (int i = from; i < to; i++) {
      int at = i;
      boolean inQuantity =
          clause.quantities.stream().anyMatch(q -> q.first() <= at && at < q.end());
      if (!inQuantity && clause.parse.isNoun(i) && !vocabulary.things(clause.word(i)).isEmpty()) {
        int last = i;
        while (last + 1 < to && clause.parse.isNoun(last + 1)) {
          last++;
        }
        return phrase(clause, from, last);
      }
    }
    return null;
  }

  private static String phrase(Clause clause, int from, int last) {
    int first = last;
    while (first > from
        && last - first < 3
        && (clause.parse.isNoun(first - 1) || clause.parse.tag(first - 1).startsWith("JJ"))) {
      int before = first - 1;
      if (clause.quantities.stream().anyMatch(q -> q.first() <= before && before < q.end())) {
        break;
      }
      first--;
    }
    return String.join(" ", clause.words.subList(first, last + 1));
  }
}
