package io.chipwire.quantity;

import java.math.BigDecimal;
import java.util.Locale;

/** Reasons why a number with a unit is no figure all the same. */
final class Vetoes {

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
    boolean none = numeral.low().compareTo(BigDecimal.ONE) < 0;
    if (numeral.isPoint() && none) {
      return false;
    }
    boolean one = numeral.low().compareTo(BigDecimal.ONE) == 0 && !numeral.isScaled();
    if (one && numeral.isPoint()) {
      return false;
    }
    if (isLabelled(line, draft.start) && !numeral.isScaled()) {
      return false;
    }
    boolean grouped = number.text().indexOf(',') > 0;
    boolean bareDigits = number.isNumber() && !grouped && !numeral.isScaled();
    if (bareDigits && isName(line, draft.start - 1)) {
      return false;
    }
    if (isTitle(line, draft)) {
      return false;
    }
    boolean small = number.isWord() && numeral.isSmall() && numeral.isPoint();
    return !small || !line.isAny(draft.start - 1, vocabulary.pointing);
  }

  /** "Six Senses", "Five Guys": a capital number word before a capital noun inside a sentence. */
  private static boolean isTitle(Line line, Draft draft) {
    Piece next = line.at(draft.numeral.end());
    Piece before = line.at(draft.start - 1);
    return line.at(draft.start).isCapitalised()
        && next.isCapitalised()
        && (before.isWord() && !before.isCapitalised() || before.is("“") || before.is("\""));
  }

  private boolean isLabelled(Line line, int start) {
    int before = line.at(start - 1).is(".") ? start - 2 : start - 1;
    return vocabulary.labels.contains(line.at(before).lower());
  }

  private static boolean isName(Line line, int before) {
    Piece piece = line.at(before);
    boolean acronym =
        piece.text().length() > 1 && piece.text().equals(piece.text().toUpperCase(Locale.ROOT));
    return piece.isCapitalised() && (acronym || line.tag(before).startsWith("NNP"));
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
    if (draft.numeral.shape() == Numeral.Shape.ORDER && isScaleRemark(line, draft.start)) {
      return true;
    }
    return switch (measure.kind()) {
      case DURATION -> isPlacement(line, draft);
      case MULTIPLE, PERCENT, POINTS -> false;
      case COUNT, COMPOUND ->
          draft.numeral.shape() == Numeral.Shape.OPEN
              || (article && measure.unit().equals("token"));
      case MONEY, PHYSICAL, LENGTH -> false;
    };
  }

  /** "(in millions of dollars)": how the numbers of a table are written. */
  private boolean isScaleRemark(Line line, int start) {
    Piece before = line.at(start - 2);
    boolean open = before.is("") || before.is("(") || before.is(",") || before.is(":");
    return line.at(start - 1).is("in") && (open || line.isAny(start - 2, vocabulary.stating));
  }

  /** "24 hours a day", "seven days a week". */
  private static boolean isAlways(Line line, Draft draft) {
    String number = line.at(draft.start).lower();
    return number.equals("24")
        || number.equals("365")
        || number.equals("7")
        || number.equals("seven");
  }

  /** "The ban would last 30 months", "has passed": no adjective, for no article stands before. */
  private boolean isVerb(Line line, int at) {
    boolean doubtful = line.at(at).is("last") || line.at(at).is("past");
    return doubtful && at > 0 && !line.isAny(at - 1, vocabulary.articles);
  }

  /** "Five years ago", "the last three quarters", "three months ended June 30". */
  private boolean isPlacement(Line line, Draft draft) {
    if (draft.numeral.shape() == Numeral.Shape.OPEN) {
      return true;
    }
    boolean half = line.at(draft.start).is("half");
    boolean round = draft.per != null && draft.numeral.isPoint() && isAlways(line, draft);
    boolean later = vocabulary.placedAfter.contains(line.at(draft.end).lower());
    boolean from = line.follows(draft.end, "from", "now");
    boolean sooner =
        vocabulary.placedBefore.contains(line.at(draft.start - 1).lower())
            && !draft.adjectival
            && !isVerb(line, draft.start - 1);
    boolean high = draft.adjectival && line.isAny(draft.end, vocabulary.tenors);
    boolean one = line.at(draft.start).is("one") && !draft.adjectival;
    return round || later || from || sooner || high || one || half;
  }
}
