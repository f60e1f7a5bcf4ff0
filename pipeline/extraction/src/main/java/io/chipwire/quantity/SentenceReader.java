package io.chipwire.quantity;

import io.chipwire.fact.Bound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the quantities of one sentence. */
final class SentenceReader {

  private static final Set<String> TOLERANCE = Set.of("±", "+/-", "+/−", "+/–");

  private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(50);
  private static final Measure POINTS = new Measure(Measure.Kind.POINTS, "pp", BigDecimal.ONE);

  private final Vocabulary vocabulary;
  private final NonFigures nonFigures;
  private final AmountReader amounts;
  private final RangeReader ranges;
  private final CountNouns nouns;
  private final BoundReader bounds;
  private final RateReader rates;
  private final Vetoes vetoes;
  private final SharePrices sharePrices;
  private final ImpliedUnits implied;

  SentenceReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.nonFigures = new NonFigures(vocabulary);
    this.amounts = new AmountReader(vocabulary);
    this.nouns = new CountNouns(vocabulary);
    this.ranges = new RangeReader(vocabulary, amounts, nouns);
    this.bounds = new BoundReader(vocabulary);
    this.rates = new RateReader(vocabulary);
    this.vetoes = new Vetoes(vocabulary);
    this.implied = new ImpliedUnits(vocabulary);
    this.sharePrices = new SharePrices(vocabulary);
  }

  /** The quantities of a line that is no table row. */
  List<Draft> read(Line line, Currencies currencies, Ellipsis ellipsis) {
    List<Draft> found = new ArrayList<>();
    for (int at = 0; at < line.size(); ) {
      if (!mayBegin(line, at)) {
        at++;
        continue;
      }
      int behind = nonFigures.skip(line, at);
      if (behind > at) {
        at = behind;
        continue;
      }
      Draft draft = amounts.read(line, at, currencies);
      if (draft == null) {
        at++;
        continue;
      }
      List<Draft> drafts = ranges.read(line, draft, currencies);
      if (drafts.isEmpty()) {
        drafts = single(line, draft, ellipsis);
      }
      for (Draft each : drafts) {
        complete(line, each, ellipsis);
        if (!vetoes.rejects(line, each)) {
          if (!found.isEmpty()) {
            converted(line, found.getLast(), each);
          }
          found.add(each);
          ellipsis.remember(each);
        }
        at = Math.max(at, each.read);
      }
      if (drafts.size() == 2) {
        shareRate(drafts.getFirst(), drafts.getLast());
      }
      at = Math.max(at, draft.read);
    }
    shareRates(line, found);
    sharePrices.apply(line, found);
    return found;
  }

  private boolean mayBegin(Line line, int at) {
    Piece piece = line.at(at);
    return switch (piece.kind()) {
      case NUMBER, CURRENCY -> true;
      case WORD ->
          piece.isCapitalised()
              || vocabulary.numbers.containsKey(piece.lower())
              || vocabulary.orders.containsKey(piece.lower())
              || piece.is("a")
              || piece.is("an")
              || piece.is("half")
              || piece.is("several")
              || piece.is("few")
              || piece.is("multiple")
              || piece.lower().startsWith("multi")
              || vocabulary.currencyCodes.containsKey(piece.text());
      case MARK -> piece.is("+") || piece.isDash();
    };
  }

  private List<Draft> single(Line line, Draft draft, Ellipsis ellipsis) {
    if (draft.measure == null) {
      tolerance(line, draft, ellipsis);
    }
    if (draft.measure == null && vetoes.mayCount(line, draft)) {
      CountNouns.Noun noun = nouns.read(line, draft.numeral, draft.end);
      if (noun != null) {
        draft.measure = points(line, draft, noun.unit());
        draft.end = noun.end();
        draft.readTo(noun.end());
      } else {
        draft.measure = implied.of(line, draft, ellipsis);
      }
    }
    return draft.measure == null ? List.of() : List.of(draft);
  }

  /** "By 2 points to 45%" are percentage points; an index moves by points. */
  private Measure points(Line line, Draft draft, String unit) {
    if (!unit.equals("point") || draft.numeral.low().compareTo(MOST_POINTS) > 0) {
      return Measure.count(unit);
    }
    boolean percent = false;
    boolean index = false;
    for (Piece piece : line.pieces()) {
      percent |= piece.is("%") || piece.is("percent");
      index |= vocabulary.indices.contains(piece.lower());
    }
    return percent && !index ? POINTS : Measure.count(unit);
  }

  /** "$1.82 ± 0.15": the second number is of the unit of the first. */
  private void tolerance(Line line, Draft draft, Ellipsis ellipsis) {
    if (isTolerance(line, draft.start)) {
      Draft first = ellipsis.last();
      if (first != null) {
        draft.measure = first.measure;
      }
    }
  }

  private static boolean isTolerance(Line line, int start) {
    return TOLERANCE.contains(line.at(start - 1).lower())
        || line.follows(start - 3, "plus", "or", "minus")
        || line.follows(start - 3, "give", "or", "take");
  }

  private void complete(Line line, Draft draft, Ellipsis ellipsis) {
    draft.tolerance = isTolerance(line, draft.start);
    if (draft.numeral.shape() == Numeral.Shape.ORDER) {
      draft.bound = Bound.ORDER;
    }
    rates.apply(line, draft);
    if (draft.bound == Bound.EXACT && !draft.tolerance) {
      bounds.apply(line, draft);
    }
    if (draft.negative && draft.isMoney()) {
      BigDecimal low = draft.low;
      draft.low = draft.high == null ? null : draft.high.negate();
      draft.high = low == null ? null : low.negate();
    }
    ellipsis.inheritRate(draft);
  }

  /** "58,000 yuan ($8,300) a month": a converted amount has the denominator and the bound too. */
  private void converted(Line line, Draft first, Draft second) {
    boolean converted =
        first.isMoney()
            && second.isMoney()
            && first.measure != null
            && second.measure != null
            && !first.measure.matches(second.measure)
            && line.at(second.start - 1).is("(")
            && second.start - 1 - first.end <= 3;
    if (!converted) {
      return;
    }
    if (second.per == null && line.at(second.end).is(")")) {
      rates.behind(line, second, second.end + 1);
    }
    shareRate(first, second);
    if (second.bound == Bound.EXACT && first.bound != Bound.RANGE) {
      bind(second, first.bound);
    }
  }

  /**
   * "Input costs $1.25 and output $10 per million": the first of two has the rate of the second.
   */
  private static void shareRates(Line line, List<Draft> found) {
    for (int i = 1; i < found.size(); i++) {
      Draft first = found.get(i - 1);
      Draft second = found.get(i);
      boolean pair =
          first.isMoney()
              && first.per == null
              && !first.numeral.isScaled()
              && !second.numeral.isScaled()
              && first.measure != null
              && second.measure != null
              && first.measure.matches(second.measure)
              && second.start - first.end <= 4;
      if (pair && joins(line, first.end, second.start)) {
        first.per = second.per;
      }
    }
  }

  private static boolean joins(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line.at(i).is("and") || line.at(i).is("or")) {
        return true;
      }
    }
    return false;
  }

  /** The two ends of a change have one denominator. */
  private static void shareRate(Draft first, Draft second) {
    if (first.per == null) {
      first.per = second.per;
    } else if (second.per == null) {
      second.per = first.per;
    }
  }

  private static void bind(Draft draft, Bound bound) {
    draft.bound = bound;
    if (bound == Bound.MIN) {
      draft.high = null;
    } else if (bound == Bound.MAX) {
      draft.low = null;
    }
  }
}
