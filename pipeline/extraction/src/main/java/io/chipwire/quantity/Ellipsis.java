package io.chipwire.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives to a quantity what it leaves to the one before: its denominator ("up from 97 cents"), or
 * its counted noun ("from about 75,000 at the end of 2025").
 */
final class Ellipsis {

  private static final BigDecimal NEAR = BigDecimal.valueOf(5);
  private static final Set<String> RESUMING =
      Set.of("from", "to", "than", "reach", "with", "against", "only", "some", "versus", "and");

  private final Vocabulary vocabulary;
  private final List<Draft> recent = new ArrayList<>();
  private int paragraph = -1;

  Ellipsis(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

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
    if (wafers || (money && (draft.tolerance || isNear(draft, last)))) {
      draft.per = last.per;
    }
  }

  /** The last quantity that was read in this paragraph. */
  @Nullable Draft last() {
    return recent.isEmpty() ? null : recent.getLast();
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

  /** The counted noun that a bare number takes over from the words before it, or null. */
  @Nullable String inheritedNoun(Line line, Draft draft) {
    boolean large =
        draft.numeral.isScaled()
            || (line.at(draft.start).isFormatted() && line.at(draft.start).text().indexOf(',') > 0);
    if (!large || draft.numeral.shape() == Numeral.Shape.OPEN) {
      return null;
    }
    String named = headless(line, draft.start);
    if (named != null) {
      return named;
    }
    for (Draft earlier : recent.reversed()) {
      if (earlier.isCount() && earlier.measure != null) {
        return resumes(line, draft.start) ? earlier.measure.unit() : null;
      }
    }
    return null;
  }

  /** "A workforce of more than 44,000". */
  private @Nullable String headless(Line line, int start) {
    for (int i = start - 1; i >= Math.max(0, start - 6); i--) {
      if (vocabulary.headless.containsKey(line.at(i).lower())) {
        return vocabulary.headless.get(line.at(i).lower());
      }
    }
    return null;
  }

  private static boolean resumes(Line line, int start) {
    for (int i = start - 1; i >= Math.max(0, start - 3); i--) {
      if (RESUMING.contains(line.at(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
