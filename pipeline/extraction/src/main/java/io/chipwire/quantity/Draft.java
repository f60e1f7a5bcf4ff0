package io.chipwire.quantity;

import io.chipwire.fact.Bound;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A quantity while it is being read: positions are indices of pieces in its line. */
final class Draft {

  int start;

  /** Behind the last piece that is part of its words. */
  int end;

  /** Behind the last piece that was read for it, such as its denominator. */
  int read;

  Numeral numeral;
  @Nullable BigDecimal low;
  @Nullable BigDecimal high;
  @Nullable Measure measure;
  Bound bound = Bound.EXACT;
  @Nullable String per;

  /** Whether its currency stands before the number. */
  boolean prefixed;

  /** Whether a hyphen ties it to its unit: "a five-year contract". */
  boolean adjectival;

  /** Whether a sign says that it is below zero. */
  boolean negative;

  /** Whether it is what follows "plus or minus". */
  boolean tolerance;

  /** Whether its number is four digits that read as a year. */
  boolean year;

  /** Set if words or marks behind the number bound it: "125,000+". */
  @Nullable Bound after;

  /** For "mid-20%": what to add to the number, else null. */
  @Nullable Integer decade;

  Draft(int start, Numeral numeral) {
    this.start = start;
    this.end = numeral.end();
    this.read = numeral.end();
    this.numeral = numeral;
    this.low = numeral.low();
    this.high = numeral.high();
  }

  boolean isMoney() {
    return measure != null && measure.isMoney();
  }

  boolean isDuration() {
    return measure != null && measure.isDuration();
  }

  boolean isCount() {
    return measure != null && measure.isCount();
  }

  /** A place in the line behind everything that was read. */
  void readTo(int index) {
    read = Math.max(read, index);
  }
}
