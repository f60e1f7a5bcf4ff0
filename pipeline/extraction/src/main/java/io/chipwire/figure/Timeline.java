package io.chipwire.figure;

import io.chipwire.figure.Period.Kind;
import io.chipwire.lexicon.FiscalYear;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Puts words of time on the calendar of the day when an article was published. */
final class Timeline {

  /** Results of a quarter are out by then; later a bare "first quarter" of a plan is the next. */
  private static final int STALE_MONTHS = 3;

  private final @Nullable LocalDate today;

  Timeline(@Nullable LocalDate today) {
    this.today = today;
  }

  @Nullable LocalDate today() {
    return today;
  }

  /**
   * The period that words mean, or null.
   *
   * @param base the period of what they are compared with, or the one spoken of; null if none
   * @param future whether they speak of what is to come
   * @param fiscalYear how the company counts, for what is said to be fiscal
   */
  @Nullable Period resolve(
      When when, @Nullable Period base, boolean future, FiscalYear fiscalYear) {
    Period said = when.period();
    return switch (when.shape()) {
      case FIXED, SINCE, CURRENT -> said;
      case OPEN -> said == null ? null : open(said, future, fiscalYear);
      case NTH -> said == null || base == null ? null : nth(said, base);
      case YEAR_EARLIER -> base == null ? null : base.plusYears(-1);
      case YEAR_LATER -> base == null ? null : base.plusYears(1);
      case PRIOR -> base == null ? null : base.plus(-1);
      case SAME -> said == null || base == null ? base : base.plusYears(said.year() - base.year());
      case MOMENT, STRETCH, WHOLE_YEAR, YEAR_ENDING -> null;
    };
  }

  /** A company's year, of the calendar year in which it was said: "last fiscal year". */
  @Nullable Period fiscalYear(FiscalYear fiscalYear, Period said) {
    if (today == null) {
      return null;
    }
    boolean next = today.getMonthValue() > fiscalYear.endMonth();
    int ahead = (next ? 1 : 0) - (fiscalYear.namedByStart() ? 1 : 0);
    return said.plusYears(ahead);
  }

  /** Whether a period of the calendar was not over on the day of publication. */
  boolean isAhead(Period period) {
    return today != null && !period.fiscal() && !isPast(period);
  }

  /** Whether a period, if of the calendar, was over on the day of publication. */
  boolean isPast(Period period) {
    return today != null
        && period.lastMonth() <= today.getYear() * 12 + today.getMonthValue() - 2 + endsToday();
  }

  /** "For the fourth", after the third quarter of a year. */
  private static Period nth(Period said, Period base) {
    Period period = new Period(Kind.QUARTER, base.year(), said.index(), base.fiscal());
    boolean wraps = base.kind() == Kind.QUARTER && said.index() < base.index() && base.index() == 4;
    return wraps ? period.plusYears(1) : period;
  }

  private @Nullable Period open(Period said, boolean future, FiscalYear fiscalYear) {
    if (today == null) {
      return null;
    }
    int now = today.getYear() * 12 + today.getMonthValue() - 1;
    // How far the company's year runs ahead of the calendar's.
    int shift = said.fiscal() ? shift(fiscalYear) : 0;
    Period latest = new Period(said.kind(), today.getYear() + 1, said.index(), said.fiscal());
    boolean month = said.kind() == Kind.MONTH;
    while (latest.lastMonth() - shift > now - (month ? 0 : 1) + endsToday()) {
      latest = latest.plusYears(-1);
    }
    Period next = latest.plusYears(1);
    int length = 12 / said.kind().perYear;
    boolean running = !month && !said.fiscal() && next.lastMonth() - shift - length < now;
    if (running && next.lastMonth() - shift >= now) {
      return next;
    }
    int age = now - (latest.lastMonth() - shift);
    boolean stale = month ? age > 0 : age > STALE_MONTHS;
    return future && stale ? latest.plusYears(1) : latest;
  }

  /** A month that ends within a few days counts as ended: quarters do not end on the last day. */
  private int endsToday() {
    return today != null && today.getDayOfMonth() > 24 ? 1 : 0;
  }

  /** Months from the end of a company's year to the end of the calendar year of its number. */
  private static int shift(FiscalYear fiscalYear) {
    return fiscalYear.namedByStart() ? -fiscalYear.endMonth() : 12 - fiscalYear.endMonth();
  }
}
