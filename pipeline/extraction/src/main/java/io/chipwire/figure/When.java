package io.chipwire.figure;

import org.jspecify.annotations.Nullable;

/**
 * Words that place something in time, tokens [first, end).
 *
 * @param shape what is said, and what is left to the context
 * @param period the period itself; of {@link Shape#OPEN} and {@link Shape#NTH} only kind and index
 *     count; null where a shape has none
 */
record When(int first, int end, Shape shape, @Nullable Period period) {

  enum Shape {
    /** A period with its year: "the first quarter of fiscal 2027". */
    FIXED,
    /** A part of a year without the year: "in June", "the second quarter". */
    OPEN,
    /** A part of a year without its kind: "for the fourth". */
    NTH,
    /** The same period a year before the one compared with. */
    YEAR_EARLIER,
    /** The same period a year later. */
    YEAR_LATER,
    /** The period before the one compared with: "the prior quarter". */
    PRIOR,
    /**
     * The one spoken of: "in the quarter"; with a year, that of the year: "same quarter of 2025".
     */
    SAME,
    /** Of the calendar now or next, where no company's own quarter is reported: "this quarter". */
    CURRENT,
    /** The year of what is reported or foreseen: "for the full year". */
    WHOLE_YEAR,
    /** The year that ends with a month: "the year to March". */
    YEAR_ENDING,
    /** Several months that are no quarter and no year: "the first nine months". */
    STRETCH,
    /** So far in a year: "since January". */
    SINCE,
    /** A day, a week or now: no period that a figure can have. */
    MOMENT
  }

  /** The same at other tokens. */
  When within(int newFirst, int newEnd) {
    return new When(newFirst, newEnd, shape, period);
  }
}
