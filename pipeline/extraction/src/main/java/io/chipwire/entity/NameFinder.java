package io.chipwire.entity;

import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Name;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.Candidate;
import io.chipwire.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All names seen in a text, known to the lexicon or not; none overlaps another. */
final class NameFinder {

  private final LexiconNames lexiconNames;
  private final UnknownNames unknownNames;
  private final ProductNames productNames;
  private final Tickers tickers;

  NameFinder(Lexicon lexicon, NameCues cues) {
    lexiconNames = new LexiconNames(lexicon);
    unknownNames = new UnknownNames(cues, lexicon);
    productNames = new ProductNames(cues, lexicon);
    tickers = new Tickers(lexicon);
  }

  List<Sighting> find(AnnotatedText text) {
    List<List<Sighting>> known = lexiconNames.find(text);
    List<Sighting> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      found.addAll(inSentence(text, sentence, known.get(sentence.index())));
    }
    return found;
  }

  private List<Sighting> inSentence(
      AnnotatedText text, Sentence sentence, List<Sighting> inLexicon) {
    List<Sighting> all = new ArrayList<>(unknownNames.find(text, sentence, inLexicon));
    int unknown = all.size();
    for (Sighting sighting : inLexicon) {
      if (all.subList(0, unknown).stream().noneMatch(sighting::overlaps)) {
        all.add(sure(sighting) ? sighting : sighting.withGuess(label(text, sentence, sighting)));
      }
    }
    all.addAll(productNames.find(sentence, List.copyOf(all)));
    readTickers(text, sentence, all);
    all.sort(Comparator.comparingInt(Sighting::start));
    return all;
  }

  private static boolean sure(Sighting sighting) {
    return sighting.readings().stream().anyMatch(Candidate::sure);
  }

  /** What the statistical model takes the words for that the lexicon is not sure of. */
  private static @Nullable EntityType label(
      AnnotatedText text, Sentence sentence, Sighting sighting) {
    if (Letters.headline(sentence)) {
      return null;
    }
    for (Name name : text.names(sentence)) {
      if (sighting.overlaps(name.first(), name.end())) {
        boolean same = name.first() >= sighting.first() && name.end() <= sighting.end();
        return switch (name.kind()) {
          case PERSON -> EntityType.PERSON;
          case ORGANIZATION -> same ? EntityType.COMPANY : null;
          case LOCATION -> same ? EntityType.PLACE : null;
        };
      }
    }
    return null;
  }

  private void readTickers(AnnotatedText text, Sentence sentence, List<Sighting> all) {
    for (int i = 1; i < sentence.size(); i++) {
      Tickers.@Nullable Ticker ticker = tickers.at(text, sentence, i);
      if (ticker == null) {
        continue;
      }
      int open = i;
      if (ticker.company() != null) {
        all.replaceAll(
            s ->
                s.end() == open && s.guess() != EntityType.PERSON
                    ? s.withListed(ticker.company())
                    : s);
      }
      // "(NASDAQ: ABC)" names the exchange, not what ABC is short for.
      all.removeIf(
          s ->
              s.first() > open
                  && s.end() <= ticker.close()
                  && (s.readings().isEmpty()
                      || s.readings().get(0).entry().type() != EntityType.ORGANIZATION));
      i = ticker.close();
    }
  }
}
