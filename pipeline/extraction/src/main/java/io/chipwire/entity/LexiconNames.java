package io.chipwire.entity;

import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.lexicon.Match;
import java.util.ArrayList;
import java.util.List;

/** The names of a text that the lexicon knows, put onto tokens. */
final class LexiconNames {

  private final Lexicon lexicon;

  LexiconNames(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** A list a sentence, in order; no two overlap in characters. */
  List<List<Sighting>> find(AnnotatedText text) {
    List<List<Sighting>> found = new ArrayList<>();
    List<Match> matches = lexicon.match(text.text());
    int next = 0;
    for (Sentence sentence : text.sentences()) {
      List<Sighting> here = new ArrayList<>();
      while (next < matches.size() && matches.get(next).start() < sentence.end()) {
        Match match = matches.get(next++);
        if (match.start() >= sentence.start() && !currency(text.text(), match.end())) {
          here.add(sighting(sentence, match));
        }
      }
      found.add(here);
    }
    return found;
  }

  /** "US$ 53 million" names no country. */
  private static boolean currency(String text, int end) {
    return end < text.length() && text.charAt(end) == '$';
  }

  private static Sighting sighting(Sentence sentence, Match match) {
    int first = 0;
    while (sentence.tokens().get(first).end() <= match.start()) {
      first++;
    }
    int end = first + 1;
    while (end < sentence.size() && sentence.tokens().get(end).start() < match.end()) {
      end++;
    }
    return new Sighting(
        sentence.index(),
        first,
        end,
        match.start(),
        match.end(),
        Letters.of(sentence, first, end),
        match.candidates(),
        null,
        false,
        null);
  }
}
