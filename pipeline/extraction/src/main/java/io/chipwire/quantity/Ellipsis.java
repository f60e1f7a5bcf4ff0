package io.chipwire.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read earlier in a paragraph, for a quantity that leaves out what the one before it said:
 * its denominator ("up from 97 cents") or its counted noun ("from about 75,000").
 */
final class Ellipsis {

  private static final BigDecimal NEAR = BigDecimal.valueOf(5);

  private final List<Draft> recent = new ArrayList<>();
  private int paragraph = -1;

  /** Forgets what was read when another paragraph begins. */
  void enter(int paragraph) {
    if (this.paragraph != paragraph) {
      recent.clear();
      this.paragraph = paragraph;
    }
  }

  /** Remembers a quantity for those that follow. */
  void remember(Draft draft) {
    recent.add(draft);
  }

  /** Takes the denominator over from the last rate of the same unit that is about as large. */
  void inheritRate(Draft draft) {
    Measure measure = draft.measure;
    if (measure == null || draft.per != null) {
      return;
    }
    Draft last = last(measure);
    if (last == null || last.per == null) {
      return;
    }
    boolean money = draft.isMoney() && !draft.numeral.isScaled() && !last.numeral.isScaled();
    boolean wafers = draft.isCount() && measure.unit().equals("wafer");
    boolean near = (wafers || money) && isNear(draft, last);
    if (near || (money && draft.tolerance)) {
      draft.per = last.per;
    }
  }

  /** The last quantity that was read in this paragraph. */
  @Nullable Draft last() {
    return recent.isEmpty() ? null : recent.getLast();
  }

  /** Whether the last quantity is about as large. */
  boolean isNear(Draft draft) {
    return !recent.isEmpty() && isNear(draft, recent.getLast());
  }

  private @Nullable Draft last(Measure measure) {
    for (Draft draft : recent.reversed()) {
      if (draft.measure != null && draft.measure.matches(measure) && !draft.numeral.isScaled()) {
        return draft;
      }
    }
    return null;
  }

  private static boolean isNear(Draft one, Draft other) {
    BigDecimal a = one.low == null ? one.high : one.low;
    BigDecimal b = other.low == null ? other.high : other.low;
    return a != null
        && b != null
        && a.compareTo(b.multiply(NEAR)) <= 0
        && b.compareTo(a.multiply(NEAR)) <= 0;
  }

  /** The unit of the last count in this paragraph, or null. */
  @Nullable String lastCounted() {
    for (Draft earlier : recent.reversed()) {
      if (earlier.isCount() && earlier.measure != null && !earlier.measure.unit().equals("point")) {
        return earlier.measure.unit();
      }
    }
    return null;
  }
}
