package io.chipwire.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that a reader could cite, with what it is about.
 *
 * @param start offset of {@code text} in the article's text, or in its title
 * @param end offset behind it
 * @param text the words as printed
 * @param unit see {@link Amount#unit()}
 * @param low see {@link Amount#low()}
 * @param high see {@link Amount#high()}
 * @param per the denominator of a rate ({@code gpu-hour}, {@code share}), or null
 * @param metric what is measured
 * @param subject id of the entity whose metric it is, or null
 * @param product id of the product it is about, or null
 * @param period the period covered, such as {@code 2026Q1}, {@code FY2027Q1}, {@code 2026H1},
 *     {@code 2026-04}, or null
 * @param change set if the figure is itself a change
 * @param inTitle whether the offsets are into the title
 * @param confidence from 0 to 1: about the share that is right of those alike, in articles marked
 *     by hand
 */
public record Figure(
    int start,
    int end,
    String text,
    String unit,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    Bound bound,
    @Nullable String per,
    Metric metric,
    @Nullable String subject,
    @Nullable String product,
    @Nullable String period,
    @Nullable Change change,
    FigureStatus status,
    boolean inTitle,
    double confidence) {

  /** Normalises the numbers, so that equal values are equal records. */
  public Figure {
    low = Amount.plain(low);
    high = Amount.plain(high);
  }

  /** Where it stands. */
  public Span span() {
    return new Span(start, end);
  }

  /** The same, of somebody else. */
  public Figure withSubject(@Nullable String newSubject) {
    return new Figure(
        start,
        end,
        text,
        unit,
        low,
        high,
        bound,
        per,
        metric,
        newSubject,
        product,
        period,
        change,
        status,
        inTitle,
        confidence);
  }

  /** Its value alone. */
  public Amount amount() {
    return new Amount(unit, low, high, bound);
  }
}
