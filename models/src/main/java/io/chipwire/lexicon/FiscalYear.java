package io.chipwire.lexicon;

/**
 * How a company counts its years.
 *
 * @param endMonth the month, 1 to 12, in or about the end of which the fiscal year ends
 * @param namedByStart whether the year bears the number of the calendar year in which it starts, as
 *     in Japan ("fiscal 2025" ends in March 2026); elsewhere it is the one in which it ends
 */
public record FiscalYear(int endMonth, boolean namedByStart) {

  /** Ends with December, and so is the calendar year. */
  public static final FiscalYear CALENDAR = new FiscalYear(12, false);

  /** Checks the month. */
  public FiscalYear {
    if (endMonth < 1 || endMonth > 12) {
      throw new IllegalArgumentException(
          "fiscal year end month " + endMonth + ": expected 1 to 12");
    }
  }
}
