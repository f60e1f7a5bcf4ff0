package io.chipwire.quantity;

import io.chipwire.fact.Bound;
import io.chipwire.table.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads two amounts that belong together: a range ("$30–$50 billion", "between 5 and 10 percent"),
 * or the two ends of a change ("rose from $25bn to $44bn"). What one of them leaves out, it takes
 * from the other.
 */
final class RangeReader {

  private static final Words WORDS = Words.beside(RangeReader.class);

  /** How far before "from" a word of change is looked for. */
  private static final int REACH = 14;

  private static final Set<String> RANGING = WORDS.of("range-reader.ranging");

  private final Vocabulary vocabulary;
  private final AmountReader amounts;
  private final CountNouns nouns;

  RangeReader(Vocabulary vocabulary, AmountReader amounts, CountNouns nouns) {
    this.vocabulary = vocabulary;
    this.amounts = amounts;
    this.nouns = nouns;
  }

  /** One draft for a range, two for a change, none where the two do not belong together. */
  List<Draft> read(Line line, Draft left, Currencies currencies) {
    int tie = left.end;
    int next = behindTie(line, left, tie);
    if (next < 0) {
      return List.of();
    }
    Draft right = amounts.read(line, next, currencies);
    if (right == null) {
      right = boundedRight(line, next, currencies);
    }
    if (right == null || !left.numeral.isPoint() || !right.numeral.isPoint()) {
      return List.of();
    }
    boolean dated =
        left.measure == null
            && line.at(left.start).looksLikeYear()
            && (line.at(left.start - 1).is("in") || line.at(left.start - 1).is("of"));
    if (dated) {
      return List.of();
    }
    if (left.measure == null && right.measure == null) {
      count(line, left, right);
    }
    if (!isElliptical(line, left, right, tie) || !share(left, right, line.at(tie).isDash())) {
      return List.of();
    }
    return join(line, left, right, tie);
  }

  /** Behind "to", "-", "and", "or": where the second amount begins; -1 if there is no tie. */
  private int behindTie(Line line, Draft left, int tie) {
    Piece piece = line.at(tie);
    if (piece.isDash()) {
      boolean to = line.at(tie + 1).is("to") && line.at(tie + 2).isDash();
      if (to) {
        return tie + 3;
      }
      boolean even = piece.glued() == line.at(tie + 1).glued();
      boolean long0 = piece.is("—") && !piece.glued();
      return even && !long0 ? tie + 1 : -1;
    }
    if (piece.is("to")) {
      return tie + 1;
    }
    if (piece.is("and")) {
      return isBetween(line, left.start) ? tie + 1 : -1;
    }
    if (piece.is("or")) {
      boolean words = line.at(left.start).isWord() && left.measure == null;
      return words && left.numeral.isSmall() ? tie + 1 : -1;
    }
    return -1;
  }

  private @Nullable Draft boundedRight(Line line, int next, Currencies currencies) {
    boolean vague = line.at(next).is("about") || line.at(next).is("roughly");
    return vague ? amounts.read(line, next + 1, currencies) : null;
  }

  private static boolean isBetween(Line line, int start) {
    for (int i = start - 1; i >= start - 3; i--) {
      if (line.at(i).is("between")) {
        return true;
      }
    }
    return false;
  }

  /** "20 to 30 companies": both count what stands behind the second. */
  private void count(Line line, Draft left, Draft right) {
    boolean years = line.at(left.start).looksLikeYear() && line.at(right.start).looksLikeYear();
    CountNouns.Noun noun = years ? null : nouns.read(line, right.numeral, right.end);
    if (noun != null) {
      right.measure = Measure.count(noun.unit());
      right.end = noun.end();
      right.readTo(noun.end());
    }
  }

  /** Whether the second may leave out its currency: not in "$1.7 billion to 27 states". */
  private boolean isElliptical(Line line, Draft left, Draft right, int tie) {
    boolean bare = right.measure == null && left.measure != null && !right.numeral.isScaled();
    if (!bare || !line.at(tie).is("to")) {
      return true;
    }
    return !left.numeral.isScaled() && nouns.read(line, right.numeral, right.end) == null;
  }

  /** Completes each from the other; false where they do not fit. */
  private static boolean share(Draft left, Draft right, boolean dash) {
    if (left.measure == null && right.measure == null) {
      return false;
    }
    if (left.measure == null) {
      if (right.prefixed) {
        return false;
      }
      left.measure = right.measure;
      rescale(left, left.numeral.factor());
    } else if (right.measure == null) {
      if (right.year) {
        return false;
      }
      boolean percent = left.measure.kind() == Measure.Kind.PERCENT;
      if (!left.prefixed && !(percent && dash)) {
        return false;
      }
      right.measure = left.measure;
      rescale(right, right.numeral.factor());
    }
    if (!left.measure.matches(right.measure)) {
      return false;
    }
    if (!left.numeral.isScaled() && right.numeral.isScaled()) {
      BigDecimal shared = left.numeral.raw().multiply(right.numeral.factor());
      boolean below = shared.compareTo(right.numeral.low().multiply(BigDecimal.TWO)) <= 0;
      if (below) {
        rescale(left, right.numeral.factor());
      }
    } else if (left.numeral.isScaled() && !right.numeral.isScaled()) {
      boolean above = right.numeral.raw().compareTo(left.numeral.raw()) > 0;
      if (above && right.numeral.low().compareTo(left.numeral.low()) < 0) {
        rescale(right, left.numeral.factor());
      }
    }
    return true;
  }

  private static void rescale(Draft draft, BigDecimal factor) {
    BigDecimal unit = draft.measure == null ? BigDecimal.ONE : draft.measure.factor();
    draft.numeral = draft.numeral.scaledBy(factor);
    draft.low = draft.numeral.low().multiply(unit);
    draft.high = draft.low;
  }

  private List<Draft> join(Line line, Draft left, Draft right, int tie) {
    boolean from = isFrom(line, left.start);
    boolean dash = line.at(tie).isDash();
    BigDecimal low = left.low;
    BigDecimal high = right.high;
    if (low == null || high == null) {
      return List.of();
    }
    boolean rising = low.compareTo(high) < 0;
    boolean change = !dash && (from ? isChange(line, left.start) : isStep(line, left, low, high));
    if (dash && !rising) {
      return List.of();
    }
    if (!rising || change) {
      left.readTo(right.start);
      return List.of(left, right);
    }
    left.high = high;
    left.bound = Bound.RANGE;
    left.measure = right.measure;
    left.adjectival = right.adjectival;
    left.end = right.end;
    left.readTo(right.read);
    return List.of(left);
  }

  private static boolean isFrom(Line line, int start) {
    for (int i = start - 1; i >= start - 2; i--) {
      if (line.at(i).is("from")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words before "from" tell of a change that has not been given its end yet. */
  private boolean isChange(Line line, int start) {
    for (int i = start - 1; i >= Math.max(0, start - REACH); i--) {
      Piece piece = line.at(i);
      if (RANGING.contains(piece.lower())) {
        return false;
      }
      boolean ended = piece.is("to") && isAmount(line, i + 1);
      if (ended || piece.is(";")) {
        return false;
      }
      if (vocabulary.changes.contains(piece.lower())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmount(Line line, int at) {
    Piece piece = line.at(at);
    return piece.isNumber() || piece.kind() == Piece.Kind.CURRENCY;
  }

  /** "Gained $2 to $38": a step and the level it led to, told by their distance. */
  private boolean isStep(Line line, Draft left, BigDecimal low, BigDecimal high) {
    if (line.at(left.start - 1).is("by")) {
      boolean moved = false;
      for (int i = left.start - 2; i >= Math.max(0, left.start - REACH); i--) {
        moved |= vocabulary.changes.contains(line.at(i).lower());
      }
      return moved && left.isMoney() && high.compareTo(low.multiply(BigDecimal.valueOf(3))) > 0;
    }
    boolean verb = vocabulary.changes.contains(line.at(left.start - 1).lower());
    return verb && left.isMoney() && high.compareTo(low.multiply(BigDecimal.valueOf(5))) > 0;
  }
}
