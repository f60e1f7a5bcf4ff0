package io.chipwire.quantity;

import java.util.Set;

/** Reasons why a number with a unit is no figure all the same. */
final class Vetoes {

  private static final Set<String> POINTING =
      Set.of(
          "the",
          "these",
          "those",
          "all",
          "both",
          "other",
          "last",
          "past",
          "next",
          "first",
          "any",
          "this",
          "that",
          "same",
          "top",
          "previous",
          "remaining",
          "latter",
          "former",
          "every");

  private final Vocabulary vocabulary;

  Vetoes(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether a bare number may count a noun: it is no year, no label and no part of a name. */
  boolean mayCount(Line line, Draft draft) {
    Piece number = line.at(draft.start);
    Numeral numeral = draft.numeral;
    if (numeral.shape() == Numeral.Shape.OPEN) {
      return false;
    }
    if (number.looksLikeYear() && !numeral.isScaled()) {
      return false;
    }
    if (numeral.isPoint() && numeral.low().signum() == 0) {
      return false;
    }
    boolean one = numeral.low().compareTo(java.math.BigDecimal.ONE) == 0 && !numeral.isScaled();
    if (one && numeral.isPoint()) {
      return false;
    }
    if (isLabelled(line, draft.start) && !numeral.isScaled()) {
      return false;
    }
    boolean bareDigits = number.isNumber() && !number.isFormatted() && !numeral.isScaled();
    if (bareDigits && isName(line, draft.start - 1)) {
      return false;
    }
    boolean small = number.isWord() && numeral.isSmall() && numeral.isPoint();
    return !small || !POINTING.contains(line.at(draft.start - 1).lower());
  }

  private boolean isLabelled(Line line, int start) {
    int before = line.at(start - 1).is(".") ? start - 2 : start - 1;
    return vocabulary.labels.contains(line.at(before).lower());
  }

  private static boolean isName(Line line, int before) {
    Piece piece = line.at(before);
    return piece.isCapitalised() && line.tag(before).startsWith("NNP");
  }

  /** Whether a finished draft is no figure. */
  boolean rejects(Line line, Draft draft) {
    Measure measure = draft.measure;
    if (measure == null) {
      return true;
    }
    boolean article = line.at(draft.start).is("a") || line.at(draft.start).is("an");
    boolean unscaled = draft.numeral.shape() == Numeral.Shape.WORDS && !draft.numeral.isScaled();
    if (article && unscaled) {
      boolean measured =
          measure.kind() == Measure.Kind.PHYSICAL || measure.kind() == Measure.Kind.POINTS;
      return !measured;
    }
    return switch (measure.kind()) {
      case DURATION -> isPlacement(line, draft);
      case MULTIPLE, PERCENT, POINTS -> false;
      case COUNT, COMPOUND -> draft.numeral.shape() == Numeral.Shape.OPEN;
      case MONEY, PHYSICAL, LENGTH -> false;
    };
  }

  /** "Five years ago", "the last three quarters", "three months ended June 30". */
  private boolean isPlacement(Line line, Draft draft) {
    if (draft.numeral.shape() == Numeral.Shape.OPEN) {
      return true;
    }
    boolean half = line.at(draft.start).is("half");
    boolean later = vocabulary.placedAfter.contains(line.at(draft.end).lower());
    boolean from = line.follows(draft.end, "from", "now");
    boolean sooner =
        vocabulary.placedBefore.contains(line.at(draft.start - 1).lower()) && !draft.adjectival;
    boolean high =
        draft.adjectival && (line.at(draft.end).is("high") || line.at(draft.end).is("low"));
    boolean one = line.at(draft.start).is("one") && !draft.adjectival;
    return later || from || sooner || high || one || half;
  }
}
