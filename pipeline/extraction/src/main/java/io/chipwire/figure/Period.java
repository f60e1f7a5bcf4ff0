package io.chipwire.figure;

import org.jspecify.annotations.Nullable;

/**
 * A year or a part of one, of the calendar or of a company's own counting.
 *
 * @param index 1 to 4 for a quarter, 1 or 2 for a half, 1 to 12 for a month, 0 for a year
 */
record Period(Kind kind, int year, int index, boolean fiscal) {

  enum Kind {
    YEAR(1),
    HALF(2),
    QUARTER(4),
    MONTH(12);

    final int perYear;

    Kind(int perYear) {
      this.perYear = perYear;
    }
  }

  static Period year(int year) {
    return new Period(Kind.YEAR, year, 0, false);
  }

  static Period quarter(int year, int index) {
    return new Period(Kind.QUARTER, year, index, false);
  }

  static Period half(int year, int index) {
    return new Period(Kind.HALF, year, index, false);
  }

  static Period month(int year, int index) {
    return new Period(Kind.MONTH, year, index, false);
  }

  /** The period if it is a quarter, else null. */
  static @Nullable Period ifQuarter(@Nullable Period period) {
    return period != null && period.kind == Kind.QUARTER ? period : null;
  }

  Period asFiscal(boolean isFiscal) {
    return new Period(kind, year, index, isFiscal && kind != Kind.MONTH);
  }

  Period plusYears(int years) {
    return new Period(kind, year + years, index, fiscal);
  }

  /** The period of the same kind that lies so many later; negative for earlier. */
  Period plus(int steps) {
    if (kind == Kind.YEAR) {
      return plusYears(steps);
    }
    int count = year * kind.perYear + index - 1 + steps;
    return new Period(
        kind, Math.floorDiv(count, kind.perYear), Math.floorMod(count, kind.perYear) + 1, fiscal);
  }

  /** The last month of it, counted from year 0, as if years were those of the calendar. */
  int lastMonth() {
    int monthsEach = 12 / kind.perYear;
    return year * 12 + (kind == Kind.YEAR ? 12 : index * monthsEach) - 1;
  }

  /** The year it lies in. */
  Period wholeYear() {
    return new Period(Kind.YEAR, year, 0, fiscal);
  }

  @Override
  public String toString() {
    String start = (fiscal ? "FY" : "") + year;
    return switch (kind) {
      case YEAR -> start;
      case HALF -> start + "H" + index;
      case QUARTER -> start + "Q" + index;
      case MONTH -> "%d-%02d".formatted(year, index);
    };
  }
}
