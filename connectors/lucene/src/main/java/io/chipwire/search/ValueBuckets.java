package io.chipwire.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Orders of magnitude as terms, so that a numeric threshold can be looked up like a word: a stored
 * query with nothing but {@code value:>40B} is run only on articles that hold a value so large.
 *
 * <p>A value has the bucket of its sign and decade, {@code +10} for 1e10 up to 1e11, once alone and
 * once with its unit, {@code USD+10}. Decades below {@value #LOWEST} and above {@value #HIGHEST}
 * are counted to the outermost; zero has a bucket of its own. Buckets are coarse on purpose: they
 * admit every value of the range and some more, the points decide.
 */
final class ValueBuckets {

  static final int LOWEST = -3;
  static final int HIGHEST = 15;

  private ValueBuckets() {}

  /** The terms of a figure that says the values from {@code low} to {@code high}. */
  static Set<String> of(String unit, double low, double high) {
    Set<String> terms = new LinkedHashSet<>();
    for (String bucket : cover(low, high)) {
      terms.add(bucket);
      terms.add(unit + bucket);
    }
    return terms;
  }

  /** The buckets that the closed range touches; ends may be infinite. */
  static List<String> cover(double low, double high) {
    List<String> buckets = new ArrayList<>();
    if (low < 0) {
      int from = decade(low);
      int to = high < 0 ? decade(high) : LOWEST;
      for (int d = from; d >= to; d--) {
        buckets.add("-" + d);
      }
    }
    if (low <= 0 && high >= 0) {
      buckets.add("0");
    }
    if (high > 0) {
      int from = low > 0 ? decade(low) : LOWEST;
      int to = decade(high);
      for (int d = from; d <= to; d++) {
        buckets.add("+" + d);
      }
    }
    return buckets;
  }

  private static int decade(double value) {
    double magnitude = Math.abs(value);
    if (Double.isInfinite(magnitude)) {
      return HIGHEST;
    }
    int decade = (int) Math.floor(Math.log10(magnitude));
    return Math.max(LOWEST, Math.min(HIGHEST, decade));
  }
}
