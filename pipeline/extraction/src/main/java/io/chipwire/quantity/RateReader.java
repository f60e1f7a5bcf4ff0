package io.chipwire.quantity;

import io.chipwire.table.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the denominator of a rate: "an hour", "per GPU per hour", "/MWh", "apiece". */
final class RateReader {

  private static final Words WORDS = Words.beside(RateReader.class);
  private static final Set<String> DIVIDES = Set.of("per", "/", "a", "an");
  private static final Set<String> NO_RATE_BEHIND_ARTICLE =
      Set.of("year-over-year", "share-price", "quarter-end", "unit-linked");
  private static final Set<String> PRICES = WORDS.of("rate-reader.prices");
  private static final Set<String> SMALL_ADVERBS = Set.of("each", "apiece");

  private final Vocabulary vocabulary;

  RateReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Sets the denominator of a draft if one stands behind it or clearly before it. */
  void apply(Line line, Draft draft) {
    if (draft.measure == null || !mayHaveRate(draft.measure)) {
      return;
    }
    draft.per = vocabulary.unitRates.get(line.at(draft.end - 1).lower());
    if (draft.per != null || behind(line, draft, draft.end)) {
      return;
    }
    if (draft.isMoney() && draft.per == null) {
      draft.per = before(line, draft);
    }
    if (draft.per == null && draft.measure.unit().equals("wafer")) {
      draft.per = adjectiveBefore(line, draft.start);
    }
  }

  private static boolean mayHaveRate(Measure measure) {
    return switch (measure.kind()) {
      case MONEY, COUNT, COMPOUND, PHYSICAL, LENGTH, DURATION -> true;
      case PERCENT, POINTS, MULTIPLE -> false;
    };
  }

  /** Reads a denominator that begins at {@code at}. */
  boolean behind(Line line, Draft draft, int at) {
    Piece piece = line.at(at);
    if (piece.isDash() && piece.glued() && line.at(at + 1).glued()) {
      at++;
      piece = line.at(at);
    }
    boolean counted = draft.isCount() || draft.isDuration();
    if (piece.is("per") || piece.is("/") || isForEach(line, at)) {
      int from = isForEach(line, at) ? at + 2 : at + 1;
      if (piece.is("per") && line.at(from).isDash()) {
        from++;
      }
      return per(line, draft, from, !piece.is("/"));
    }
    if (piece.is("a") || piece.is("an")) {
      int from = line.at(at + 1).isDash() ? at + 2 : at + 1;
      PhraseTable.Match<String> match = vocabulary.denominators.startingAt(line.pieces(), from);
      boolean time = match != null && isTime(match.value());
      boolean compound = match != null && isCompound(line, from, match.edge());
      if (match == null || compound || (counted && !time) || isSince(line, match.edge())) {
        return false;
      }
      set(line, draft, match);
      return true;
    }
    String adverb = vocabulary.adverbsAfter.get(piece.lower());
    if (adverb == null) {
      return false;
    }
    boolean each = SMALL_ADVERBS.contains(piece.lower());
    boolean determiner = piece.is("each") && draft.isMoney() && isEachPeriod(line, at + 1);
    if (determiner) {
      draft.per =
          vocabulary.adverbsAfter.containsKey(line.at(at + 1).lower())
              ? null
              : eachPeriod(line, at + 1);
      draft.readTo(at + 2);
      return draft.per != null;
    }
    if (each && !draft.isMoney()) {
      return false;
    }
    boolean adjective = piece.lower().endsWith("ly") && line.tag(at + 1).startsWith("NN");
    if (adjective) {
      return false;
    }
    draft.per = each ? eachOf(line, draft.start) : adverb;
    draft.readTo(at + 1);
    return true;
  }

  private static boolean isForEach(Line line, int at) {
    return line.at(at).is("for") && (line.at(at + 1).is("each") || line.at(at + 1).is("every"));
  }

  private boolean isEachPeriod(Line line, int at) {
    return eachPeriod(line, at) != null;
  }

  private @Nullable String eachPeriod(Line line, int at) {
    PhraseTable.Match<String> match = vocabulary.denominators.startingAt(line.pieces(), at);
    return match == null ? null : match.value();
  }

  private boolean per(Line line, Draft draft, int from, boolean anyNoun) {
    PhraseTable.Match<String> match = vocabulary.denominators.startingAt(line.pieces(), from);
    if (match != null) {
      set(line, draft, match);
      return true;
    }
    if (line.at(from).is("million") && isAboutTokens(line)) {
      draft.per = "million tokens";
      draft.readTo(from + 1);
      return true;
    }
    if (!anyNoun) {
      return false;
    }
    // "Per 8GB module".
    boolean sized = line.at(from).isNumber() && line.at(from + 1).isWord();
    int end = sized ? from + 2 : from;
    int limit = end + 4;
    while (end < limit && isNounPart(line, end)) {
      end++;
    }
    if (end == limit - 4) {
      return false;
    }
    draft.per = line.at(end - 1).lower();
    draft.readTo(end);
    return true;
  }

  private static boolean isAboutTokens(Line line) {
    for (int i = 0; i < line.size(); i++) {
      if (line.at(i).is("tokens") || line.at(i).is("token")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNounPart(Line line, int at) {
    String tag = line.tag(at);
    return line.at(at).isWord() && (tag.startsWith("NN") || tag.equals("JJ"));
  }

  private void set(Line line, Draft draft, PhraseTable.Match<String> match) {
    draft.per = match.value();
    draft.readTo(match.edge());
    // "Per GPU per hour", "a GPU an hour", "per wafer a month".
    Piece next = line.at(match.edge());
    if (DIVIDES.contains(next.lower())) {
      PhraseTable.Match<String> second =
          vocabulary.denominators.startingAt(line.pieces(), match.edge() + 1);
      if (second != null && isTime(second.value()) && !isTime(match.value())) {
        draft.per = match.value() + "-" + second.value();
        draft.readTo(second.edge());
      }
    }
  }

  /** "$5 a share price" is not said; "1,000 a year-old" is another thing. */
  private static boolean isCompound(Line line, int from, int edge) {
    boolean old = line.at(edge).isDash() && line.at(edge).glued() && line.at(edge + 1).glued();
    return old || NO_RATE_BEHIND_ARTICLE.contains(line.at(from).lower());
  }

  /** "A year ago", "a year earlier": a time, no denominator. */
  private boolean isSince(Line line, int edge) {
    return vocabulary.placedAfter.contains(line.at(edge).lower());
  }

  private static boolean isTime(String denominator) {
    return switch (denominator) {
      case "second", "minute", "hour", "day", "week", "month", "quarter", "year" -> true;
      default -> false;
    };
  }

  /** "Each" of shares is per share, of wafers per wafer, of anything else per unit. */
  private static String eachOf(Line line, int start) {
    for (int i = start - 1; i >= 0; i--) {
      String word = line.at(i).lower();
      if (word.equals("shares") || word.equals("share")) {
        return "share";
      }
      if (word.equals("wafers")) {
        return "wafer";
      }
      if (line.at(i).is(";")) {
        break;
      }
    }
    return "unit";
  }

  /** "Net income per share of $1.65", "EPS of $2", "asks $560 for each stack". */
  private @Nullable String before(Line line, Draft draft) {
    if (draft.numeral.isScaled()) {
      return null;
    }
    for (int i = draft.start - 1; i >= 0 && i >= draft.start - 12; i--) {
      Piece piece = line.at(i);
      if (piece.kind() == Piece.Kind.CURRENCY || piece.is(";") || piece.is("|")) {
        return null;
      }
      if (piece.is("eps") || piece.is("dividend")) {
        return "share";
      }
      String topic = topic(line, i);
      if (topic != null) {
        return topic;
      }
      boolean hyphen = line.at(i + 1).isDash();
      if (piece.is("per")) {
        PhraseTable.Match<String> match =
            vocabulary.denominators.startingAt(line.pieces(), hyphen ? i + 2 : i + 1);
        return match == null || match.edge() > draft.start ? null : match.value();
      }
    }
    return null;
  }

  /**
   * "The cost of a million tokens", "quotes for wafers": what the price before us is a price of.
   */
  private @Nullable String topic(Line line, int at) {
    if (line.at(at).is("wafers") && (isQuote(line, at) || line.at(at - 1).is("|"))) {
      return "wafer";
    }
    if (!line.at(at).is("of") && !line.at(at).is("for")) {
      return null;
    }
    int from = line.at(at + 1).is("a") || line.at(at + 1).is("one") ? at + 2 : at + 1;
    PhraseTable.Match<String> match = vocabulary.denominators.startingAt(line.pieces(), from);
    return match != null && match.value().endsWith("tokens") ? match.value() : null;
  }

  /** Whether wafers at this place are what a price of the sentence is for. */
  private boolean isQuote(Line line, int at) {
    for (int i = Math.max(0, at - 3); i <= at + 8; i++) {
      if (line.isAny(i, PRICES)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String adjectiveBefore(Line line, int start) {
    for (int i = start - 1; i >= 0 && i >= start - 10; i--) {
      String denominator = vocabulary.adverbsBefore.get(line.at(i).lower());
      if (denominator != null) {
        return denominator;
      }
    }
    return null;
  }
}
