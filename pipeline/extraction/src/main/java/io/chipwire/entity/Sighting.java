package io.chipwire.entity;

import io.chipwire.fact.EntityType;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Candidate;
import io.chipwire.lexicon.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name seen at a place, before anybody decided whom it means.
 *
 * @param sentence index of the sentence
 * @param first index of its first token
 * @param end index behind its last token
 * @param start offset in the text
 * @param stop offset behind it
 * @param words its words
 * @param readings what the lexicon takes it for; empty for a name that it does not know
 * @param guess the type that shape, context or the statistical model give it, or null
 * @param firm whether it is a name beyond doubt, even if seen once
 * @param listed the company that a ticker behind the name says it is, or null
 */
record Sighting(
    int sentence,
    int first,
    int end,
    int start,
    int stop,
    List<String> words,
    List<Candidate> readings,
    @Nullable EntityType guess,
    boolean firm,
    @Nullable Entry listed) {

  Sighting {
    words = List.copyOf(words);
    readings = List.copyOf(readings);
  }

  /** A name that the lexicon does not know, of a type that something else gives it. */
  static Sighting guessed(Sentence sentence, int first, int end, EntityType type, boolean firm) {
    return new Sighting(
        sentence.index(),
        first,
        end,
        sentence.tokens().get(first).start(),
        sentence.tokens().get(end - 1).end(),
        Letters.of(sentence, first, end),
        List.of(),
        type,
        firm,
        null);
  }

  /** The same with another opinion of its type. */
  Sighting withGuess(@Nullable EntityType type) {
    return new Sighting(sentence, first, end, start, stop, words, readings, type, firm, listed);
  }

  /** The same with the company that its ticker gives. */
  Sighting withListed(Entry company) {
    return new Sighting(
        sentence, first, end, start, stop, words, readings, EntityType.COMPANY, true, company);
  }

  boolean overlaps(int from, int to) {
    return first < to && from < end;
  }

  boolean overlaps(Sighting other) {
    return overlaps(other.first, other.end);
  }

  /** The name as a reader would write it: words that touch in the text are kept together. */
  String surface(String text) {
    return text.substring(start, stop);
  }
}
