package io.chipwire.quantity;

import io.chipwire.table.Words;
import java.math.BigDecimal;
import java.util.Set;

/** Numbers that are no quantities: dates, years, times, phone numbers, ordinals, names. */
final class NonFigures {

  private static final Words WORDS = Words.beside(NonFigures.class);
  private static final Set<String> MONTHS = WORDS.of("non-figures.months");
  private static final Set<String> ORDINAL = Set.of("st", "nd", "rd", "th");
  private static final Set<String> CLOCK = WORDS.of("non-figures.clock");
  private static final Set<String> FRACTIONS = WORDS.of("non-figures.fractions");
  private static final BigDecimal DAYS = BigDecimal.valueOf(31);

  private final Vocabulary vocabulary;

  NonFigures(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The index behind what is no figure and begins at {@code at}, or {@code at} itself. */
  int skip(Line line, int at) {
    Piece piece = line.at(at);
    if (piece.isNumber()) {
      return number(line, at);
    }
    if (piece.isWord()) {
      return isMonth(line, at) ? monthFirst(line, at) : fraction(line, at);
    }
    return at;
  }

  private int number(Line line, int at) {
    Piece next = line.at(at + 1);
    if (next.glued() && next.isWord() && ORDINAL.contains(next.lower())) {
      return at + 2;
    }
    if (next.is(":") && next.glued() && line.at(at + 2).isNumber() && line.at(at + 2).glued()) {
      return clock(line, at + 3);
    }
    boolean wholeHour = line.at(at).text().length() <= 2 && CLOCK.contains(next.lower());
    if (wholeHour && !next.is("hours")) {
      return at + 2;
    }
    int size = dimensions(line, at);
    if (size > at) {
      return size;
    }
    int code = code(line, at);
    if (code > at) {
      return code;
    }
    if (isDay(line, at) && isMonth(line, at + 1)) {
      return afterMonth(line, at + 2);
    }
    if (isDay(line, at) && line.at(at + 1).isDash() && isDay(line, at + 2)) {
      return isMonth(line, at + 3) ? afterMonth(line, at + 4) : at;
    }
    return fraction(line, at);
  }

  /** "2304 x 1296", "45in x 18in x 18in": behind the last length. */
  private int dimensions(Line line, int at) {
    int end = at;
    while (line.at(end).isNumber()) {
      int unit =
          line.at(end + 1).isWord() && line.at(end + 1).text().length() == 2 ? end + 2 : end + 1;
      boolean times = line.at(unit).is("x") || line.at(unit).is("×") || line.at(unit).is("by");
      if (!times || !line.at(unit + 1).isNumber()) {
        return end == at ? at : end + 1;
      }
      end = unit + 1;
    }
    return end == at ? at : end;
  }

  /** "555-0147-33", "2026-04-30", "9/11", "24/7": runs of numbers tied together. */
  private int code(Line line, int at) {
    int end = at + 1;
    int ties = 0;
    boolean slash = false;
    while (line.at(end).glued()
        && (line.at(end).isDash() || line.at(end).is("/"))
        && line.at(end + 1).isNumber()
        && line.at(end + 1).glued()) {
      slash |= line.at(end).is("/");
      ties++;
      end += 2;
    }
    return ties >= 2 || slash ? end : at;
  }

  private static int clock(Line line, int at) {
    int end = at;
    while (line.at(end).is(":") && line.at(end + 1).isNumber()) {
      end += 2;
    }
    return CLOCK.contains(line.at(end).lower()) ? end + 1 : end;
  }

  private static boolean isMonth(Line line, int at) {
    Piece piece = line.at(at);
    return piece.isCapitalised() && MONTHS.contains(piece.lower());
  }

  private static boolean isDay(Line line, int at) {
    Piece piece = line.at(at);
    return piece.isNumber()
        && piece.text().length() <= 2
        && piece.value() != null
        && piece.value().compareTo(DAYS) <= 0;
  }

  /** "May 28, 2026", "Aug. 3–5", "March 2026"; May alone may be a verb, so a number must follow. */
  private int monthFirst(Line line, int at) {
    int next = line.at(at + 1).is(".") ? at + 2 : at + 1;
    if (!isDay(line, next)) {
      return line.at(next).looksLikeYear() ? next + 1 : at;
    }
    int end = next + 1;
    if (ORDINAL.contains(line.at(end).lower()) && line.at(end).glued()) {
      end++;
    }
    while ((line.at(end).isDash() || line.at(end).is("and") || line.at(end).is("to"))
        && isDay(line, end + 1)
        && isBareDay(line, end + 2)) {
      end += 2;
    }
    if (line.at(end).is(",") && line.at(end + 1).looksLikeYear()) {
      return end + 2;
    }
    return line.at(end).looksLikeYear() ? end + 1 : end;
  }

  /** Whether a number that could be a day is followed by nothing that makes it a quantity. */
  private boolean isBareDay(Line line, int behind) {
    Piece piece = line.at(behind);
    return !piece.is("%") && !piece.is("percent") && vocabulary.magnitude(piece) == null;
  }

  private static int afterMonth(Line line, int at) {
    int end = line.at(at).is(".") && line.at(at + 1).looksLikeYear() ? at + 1 : at;
    return line.at(end).looksLikeYear() ? end + 1 : at;
  }

  /** "Two-thirds", "three quarters of", "one in five", "nine out of ten", "1/2". */
  private int fraction(Line line, int at) {
    Piece piece = line.at(at);
    boolean number = piece.isNumber() || vocabulary.numbers.containsKey(piece.lower());
    if (!number || line.at(at + 1).glued() && line.at(at + 1).isNumber()) {
      return at;
    }
    int next = line.at(at + 1).isDash() ? at + 2 : at + 1;
    if (FRACTIONS.contains(line.at(next).lower())) {
      boolean quarter = line.at(next).lower().startsWith("quarter");
      boolean part = next == at + 2 || line.at(next + 1).is("of") || line.at(next + 1).is("the");
      return !quarter || part ? next + 1 : at;
    }
    int of = line.follows(at + 1, "out", "of") ? at + 3 : at + 2;
    boolean in = line.at(at + 1).is("in") || line.at(at + 1).is("out");
    Piece whole = line.at(of);
    boolean small = piece.isWord() || piece.text().length() <= 2;
    boolean ten = whole.isNumber() && whole.text().length() <= 3 && !whole.isFormatted();
    boolean ratio =
        in
            && small
            && (vocabulary.numbers.containsKey(whole.lower()) || ten)
            && !isUnitBehind(line, of + 1);
    return ratio ? of + 1 : at;
  }

  private boolean isUnitBehind(Line line, int at) {
    return vocabulary.units.startingAt(line.pieces(), at) != null
        || vocabulary.magnitude(line.at(at)) != null;
  }
}
