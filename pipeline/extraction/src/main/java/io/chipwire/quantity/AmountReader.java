package io.chipwire.quantity;

import io.chipwire.fact.Bound;
import io.chipwire.quantity.Numeral.Shape;
import io.chipwire.table.Words;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one number with the currency before it and the unit behind it. */
final class AmountReader {

  private static final Words WORDS = Words.beside(AmountReader.class);
  private static final Map<String, Integer> DECADES = Map.of("mid", 5, "low", 2, "high", 8);
  private static final Set<String> TIES = WORDS.of("amount-reader.ties");
  private static final BigDecimal TEN = BigDecimal.TEN;

  private final Vocabulary vocabulary;
  private final NumeralReader numerals;
  private final MeasureReader measures;

  AmountReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.numerals = new NumeralReader(vocabulary);
    this.measures = new MeasureReader(vocabulary);
  }

  /** The amount that begins at a piece, perhaps still without a unit; null if there is none. */
  @Nullable Draft read(Line line, int at, Currencies currencies) {
    int from = at;
    boolean sign = isSign(line, from);
    if (sign) {
      from++;
    }
    Measure prefix = currencies.before(line, from);
    int number = from;
    if (prefix != null) {
      number = afterCurrency(line, from);
      boolean signed = isMinus(line.at(number)) && line.at(number + 1).isNumber();
      number += signed ? 1 : 0;
      sign |= signed;
    }
    if (number == from && isTied(line, from)) {
      return null;
    }
    // "$(0.15)" is below zero.
    boolean brackets =
        prefix != null
            && line.at(number).is("(")
            && line.at(number + 1).isNumber()
            && line.at(number + 2).is(")");
    if (brackets) {
      number++;
      sign = true;
    }
    Numeral numeral = numerals.read(line, number, prefix != null);
    if (numeral == null || (prefix != null && !isPriced(line, from, number, numeral))) {
      return null;
    }
    Draft draft = new Draft(at, numeral);
    draft.negative = sign && !line.at(at).is("+");
    draft.year = line.at(number).looksLikeYear() && !numeral.isScaled();
    draft.prefixed = prefix != null;
    if (brackets) {
      draft.end++;
    }
    bounded(line, draft);
    suffix(line, draft, prefix, currencies);
    decade(line, draft, from, currencies);
    return isWhole(line, draft) ? draft : null;
  }

  /** Whether a currency can stand before this number: digits, or words behind a code. */
  private static boolean isPriced(Line line, int currency, int number, Numeral numeral) {
    if (numeral.shape() == Shape.DIGITS) {
      return true;
    }
    boolean code = line.at(currency).isWord();
    return code && numeral.shape() == Shape.WORDS && !line.at(number).is("a");
  }

  private static int afterCurrency(Line line, int from) {
    int number = from + 1;
    // "Rs." keeps its full stop apart; "US $5" has a sign behind the code.
    if (line.at(number).is(".") && line.at(number).glued()) {
      number++;
    }
    boolean sign = line.at(number).kind() == Piece.Kind.CURRENCY;
    return sign ? number + 1 : number;
  }

  private static boolean isSign(Line line, int at) {
    Piece piece = line.at(at);
    boolean plusOrMinus = piece.is("+") || isMinus(piece);
    boolean before = !piece.glued() || line.at(at - 1).is("(") || line.at(at - 1).is("|");
    Piece next = line.at(at + 1);
    boolean number = next.isNumber() || next.kind() == Piece.Kind.CURRENCY;
    return plusOrMinus && before && next.glued() && number;
  }

  private static boolean isMinus(Piece piece) {
    return piece.is("-") || piece.is("−") || piece.is("–");
  }

  /** Whether the number here belongs to a name: "GPT-4", "Covid-19", "F-35", "10/20", "v2.1". */
  private static boolean isTied(Line line, int at) {
    Piece piece = line.at(at);
    if (!piece.glued()) {
      return false;
    }
    Piece before = line.at(at - 1);
    if (before.isWord() || before.is("#") || before.is("/") || before.is(".")) {
      return true;
    }
    boolean dash = before.isDash() && before.glued();
    boolean name = dash && line.at(at - 2).isWord() && !TIES.contains(line.at(at - 2).lower());
    return name && piece.isNumber() && !before.is("–") && !before.is("—");
  }

  /** "125,000+ customers", "30-plus fabs", "10 or more racks": a bound before the unit. */
  private void bounded(Line line, Draft draft) {
    PhraseTable.Match<Bound> match = vocabulary.boundsAfter.startingAt(line.pieces(), draft.end);
    if (match == null) {
      return;
    }
    Piece first = line.at(draft.end);
    boolean mark = first.is("+") && !line.at(match.edge()).isNumber();
    boolean tied = first.isDash() && first.glued();
    boolean words = first.is("or") && !line.at(match.edge()).is("than");
    if (mark || tied || words) {
      draft.after = match.value();
      draft.end = match.edge();
      draft.read = match.edge();
    }
  }

  private void suffix(Line line, Draft draft, @Nullable Measure prefix, Currencies currencies) {
    MeasureReader.Suffix suffix = measures.read(line, draft.numeral, draft.end, currencies);
    if (prefix != null) {
      draft.measure = prefix;
      boolean name = suffix != null && suffix.measure().isMoney();
      if (name) {
        // "100-billion-dollar", "$5 million USD", "C$5 Canadian dollars": the name is surer.
        boolean bare = line.at(draft.start).text().equals("$");
        draft.measure = bare && !suffix.measure().unit().equals("USD") ? suffix.measure() : prefix;
        draft.end = suffix.end();
      }
    } else if (suffix != null) {
      draft.measure = suffix.measure();
      draft.adjectival = suffix.hyphen();
      draft.end = suffix.end();
      age(line, draft);
    }
    draft.readTo(draft.end);
    if (draft.measure != null && draft.measure.factor().compareTo(BigDecimal.ONE) != 0) {
      draft.low = draft.low == null ? null : draft.low.multiply(draft.measure.factor());
      draft.high = draft.high == null ? null : draft.high.multiply(draft.measure.factor());
    }
  }

  /** "17-year-old" is read whole. */
  private static void age(Line line, Draft draft) {
    int at = draft.end;
    boolean old = line.at(at).isDash() && line.at(at + 1).is("old");
    if (old && draft.isDuration()) {
      draft.end = at + 2;
    }
  }

  /** "Mid-20%", "mid-40s percent", "low 30% range". */
  private void decade(Line line, Draft draft, int number, Currencies currencies) {
    boolean dash = line.at(number - 1).isDash();
    Integer shift = DECADES.get(line.at(dash ? number - 2 : number - 1).lower());
    if (shift == null || !line.at(number).isNumber()) {
      return;
    }
    int after = draft.end;
    boolean tens = line.at(after).is("s") && line.at(after).glued();
    if (tens && draft.measure == null) {
      MeasureReader.Suffix suffix = measures.read(line, draft.numeral, after + 1, currencies);
      if (suffix != null && suffix.measure().kind() == Measure.Kind.PERCENT) {
        draft.measure = suffix.measure();
        draft.end = suffix.end();
        draft.readTo(draft.end);
      }
    }
    boolean percent = draft.measure != null && draft.measure.kind() == Measure.Kind.PERCENT;
    BigDecimal low = draft.low;
    boolean round = low != null && low.remainder(TEN).signum() == 0;
    if (percent && round && (dash || tens) && draft.numeral.shape() == Shape.DIGITS) {
      draft.low = low.add(BigDecimal.valueOf(shift));
      draft.high = draft.low;
      draft.bound = Bound.ABOUT;
      draft.start = dash ? number - 2 : number - 1;
    }
  }

  /** Whether nothing unknown is glued to the number: "18A", "910C", "3nm" are names. */
  private boolean isWhole(Line line, Draft draft) {
    Piece next = line.at(draft.end);
    if (!next.glued()) {
      return true;
    }
    boolean digits = draft.numeral.shape() == Shape.DIGITS;
    if (next.isWord() && digits) {
      return line.at(draft.end - 1).kind() == Piece.Kind.MARK;
    }
    boolean more = next.is("/") || next.is(".") || next.is("_") || next.is("@");
    boolean number = more && line.at(draft.end + 1).glued() && line.at(draft.end + 1).isNumber();
    return !number || !digits || draft.measure != null;
  }
}
