package io.chipwire.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind a number: a currency's name, a sign, a unit. */
final class MeasureReader {

  /** A measure that was read; {@code hyphen} if a hyphen ties it to the number. */
  record Suffix(Measure measure, int end, boolean hyphen) {}

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final Measure MULTIPLE = new Measure(Measure.Kind.MULTIPLE, "x", BigDecimal.ONE);

  private final Vocabulary vocabulary;

  MeasureReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The measure behind a numeral that ends at {@code at}, or null. */
  @Nullable Suffix read(Line line, Numeral numeral, int at, Currencies currencies) {
    int from = at;
    if (numeral.shape() == Numeral.Shape.ORDER && line.at(from).is("of")) {
      from++;
    }
    boolean hyphen = line.at(from).isDash() && line.at(from).glued() && line.at(from + 1).glued();
    if (hyphen) {
      from++;
    }
    Suffix suffix = currency(line, numeral, from, hyphen, currencies);
    if (suffix == null) {
      suffix = unit(line, numeral, from, hyphen);
    }
    if (suffix == null && line.at(from).is("times") && isMultiple(line, numeral, from + 1)) {
      suffix = new Suffix(MULTIPLE, from + 1, hyphen);
    }
    return suffix;
  }

  private @Nullable Suffix currency(
      Line line, Numeral numeral, int from, boolean hyphen, Currencies currencies) {
    PhraseTable.Match<Measure> name = vocabulary.currencyNames.startingAt(line.pieces(), from);
    if (name != null) {
      String last = line.at(name.edge() - 1).lower();
      boolean small = numeral.low().compareTo(HUNDRED) < 0;
      boolean pounds =
          last.startsWith("pound")
              && !currencies.britain()
              && numeral.low().compareTo(MILLION) < 0
              && name.edge() - from == 1;
      boolean verb = last.equals("won") && small && !numeral.isScaled();
      boolean noun = last.equals("rand") && line.at(name.edge() - 1).isCapitalised();
      return pounds || verb || noun ? null : new Suffix(name.value(), name.edge(), hyphen);
    }
    Piece piece = line.at(from);
    if (piece.kind() == Piece.Kind.CURRENCY && !line.at(from + 1).isNumber()) {
      Measure sign = vocabulary.currencySigns.get(piece.text());
      if (sign != null) {
        return new Suffix(currencies.meant(line, from, sign), from + 1, hyphen);
      }
    }
    Measure code = piece.isWord() && !hyphen ? vocabulary.currencyCodes.get(piece.text()) : null;
    boolean behind = code != null && piece.text().length() == 3 && !line.at(from + 1).isNumber();
    return behind ? new Suffix(code, from + 1, false) : null;
  }

  private @Nullable Suffix unit(Line line, Numeral numeral, int from, boolean hyphen) {
    PhraseTable.Match<Measure> match = vocabulary.exactUnits.startingAt(line.pieces(), from);
    PhraseTable.Match<Measure> folded = vocabulary.units.startingAt(line.pieces(), from);
    if (match == null || (folded != null && folded.edge() > match.edge())) {
      match = folded;
    }
    if (match == null) {
      return null;
    }
    Measure measure = match.value();
    Piece first = line.at(from);
    Piece next = line.at(match.edge());
    boolean article = line.at(from - 1).is("a") || line.at(from - 1).is("an");
    if (article && numeral.shape() == Numeral.Shape.WORDS && first.text().length() < 4) {
      return null;
    }
    return switch (measure.kind()) {
      case MULTIPLE -> {
        boolean model = next.isWord() && endsInDigit(next.text());
        boolean product = next.isNumber() || (first.is("x") && !first.glued() && hyphen);
        yield model || product ? null : new Suffix(measure, match.edge(), false);
      }
      case PERCENT -> {
        // "Percentage" alone is a word of its own.
        yield first.is("percentage") ? null : new Suffix(measure, match.edge(), hyphen);
      }
      default -> {
        // "45 W. Jefferson St." is an address; "30 min read" is how long an article is.
        boolean reading = next.is("read");
        boolean initial =
            first.text().length() == 1
                && next.is(".")
                && next.glued()
                && line.at(match.edge() + 1).isCapitalised();
        yield reading || initial ? null : new Suffix(measure, match.edge(), hyphen);
      }
    };
  }

  private boolean isMultiple(Line line, Numeral numeral, int next) {
    Piece piece = line.at(next);
    return numeral.isPoint()
        && (vocabulary.multiplied.contains(piece.lower())
            || piece.isNumber()
            || piece.kind() == Piece.Kind.CURRENCY);
  }

  private static boolean endsInDigit(String word) {
    return Character.isDigit(word.charAt(word.length() - 1));
  }
}
