package io.chipwire.history;

import io.chipwire.fact.Basis;
import io.chipwire.fact.Labelled;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period as figures write it.
 *
 * @param fiscal whether it is of the company's own calendar
 * @param length how long it is
 * @param part which one of its year, from 1; 1 for a year
 */
public record Period(boolean fiscal, int year, Length length, int part)
    implements Comparable<Period> {

  private static final Pattern SYNTAX =
      Pattern.compile("(FY)?(\\d{4})(?:(Q)([1-4])|(H)([12])|-(0[1-9]|1[0-2]))?");

  private static final Comparator<Period> ORDER =
      Comparator.comparing(Period::fiscal)
          .thenComparing(Period::length)
          .thenComparing(Period::year)
          .thenComparing(Period::part);

  /** How long a period is. */
  public enum Length implements Labelled {
    YEAR(1),
    HALF(2),
    QUARTER(4),
    MONTH(12);

    private final int perYear;

    Length(int perYear) {
      this.perYear = perYear;
    }
  }

  /** Reads {@code 2026}, {@code 2026H1}, {@code 2026Q1}, {@code 2026-04}, {@code FY2027Q1}. */
  public static Optional<Period> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean fiscal = matcher.group(1) != null;
    int year = Integer.parseInt(matcher.group(2));
    if (matcher.group(3) != null) {
      return Optional.of(
          new Period(fiscal, year, Length.QUARTER, Integer.parseInt(matcher.group(4))));
    }
    if (matcher.group(5) != null) {
      return Optional.of(new Period(fiscal, year, Length.HALF, Integer.parseInt(matcher.group(6))));
    }
    if (matcher.group(7) != null) {
      return Optional.of(
          new Period(fiscal, year, Length.MONTH, Integer.parseInt(matcher.group(7))));
    }
    return Optional.of(new Period(fiscal, year, Length.YEAR, 1));
  }

  /** The calendar month of an instant, in UTC. */
  static Period month(Instant instant) {
    YearMonth month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    return new Period(false, month.getYear(), Length.MONTH, month.getMonthValue());
  }

  /** The period that a change is measured against; empty if it is not one of this length. */
  public Optional<Period> before(Basis basis) {
    return switch (basis) {
      case YOY -> Optional.of(new Period(fiscal, year - 1, length, part));
      case QOQ -> length == Length.QUARTER ? Optional.of(previous()) : Optional.empty();
      case MOM -> length == Length.MONTH ? Optional.of(previous()) : Optional.empty();
      case WOW, OTHER -> Optional.empty();
    };
  }

  private Period previous() {
    return part > 1
        ? new Period(fiscal, year, length, part - 1)
        : new Period(fiscal, year - 1, length, length.perYear);
  }

  /** Calendar before fiscal, longer before shorter, then by time. */
  @Override
  public int compareTo(Period other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String start = (fiscal ? "FY" : "") + year;
    return switch (length) {
      case YEAR -> start;
      case HALF -> start + "H" + part;
      case QUARTER -> start + "Q" + part;
      case MONTH -> start + "-" + (part < 10 ? "0" : "") + part;
    };
  }
}
