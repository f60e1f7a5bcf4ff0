package io.chipwire.figure;

import io.chipwire.table.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds stretches of time that no period can write: "the first nine months of 2025", "January
 * through September", "the past twelve months". Whatever they say is of no quarter and no year.
 */
final class TimeStretches {

  private static final Words WORDS = Words.beside(TimeStretches.class);
  private static final Set<String> COUNTS = WORDS.of("time-stretches.counts");
  private static final Set<String> LEADS = WORDS.of("time-stretches.leads");
  private static final Set<String> THROUGH =
      Set.of("through", "to", "till", "until", "-", "–", "—");
  private static final String YEAR = "(19|20)\\d\\d";

  private final List<String> lower;
  private final Map<String, Integer> months;

  /**
   * Stretches of a sentence.
   *
   * @param months numbers of the months, by their names and short forms
   */
  TimeStretches(List<String> lower, Map<String, Integer> months) {
    this.lower = lower;
    this.months = months;
  }

  /** The token behind a stretch that begins at a token, or -1. */
  int end(int first) {
    int end = months(first);
    return end < 0 ? fromTo(first) : end;
  }

  private String at(int i) {
    return i >= 0 && i < lower.size() ? lower.get(i) : "";
  }

  /** (The) first nine months (of the year, of 2025), nine months ended, trailing twelve months. */
  private int months(int first) {
    int at = first + (at(first).equals("the") ? 1 : 0);
    boolean led = LEADS.contains(at(at));
    at += led ? 1 : 0;
    if (!COUNTS.contains(at(at)) || !at(at + 1).equals("months")) {
      return -1;
    }
    at += 2;
    boolean ended = at(at).matches("ended|ending|to|through");
    return led || ended ? behindYear(at) : -1;
  }

  /** January through September (2026), but no quarter and no half. */
  private int fromTo(int first) {
    int last = first + 2;
    Integer from = months.get(at(first));
    Integer to = months.get(at(last));
    if (from == null || to == null || !THROUGH.contains(at(first + 1))) {
      return -1;
    }
    boolean part = to - from == 2 && from % 3 == 1 || to - from == 5 && from % 6 == 1;
    return part ? -1 : behindYear(last + 1);
  }

  private int behindYear(int end) {
    if (at(end).matches("of|in")) {
      int year = end + 1 + (at(end + 1).matches("the|this|last|its|fiscal") ? 1 : 0);
      boolean named = at(year).matches(YEAR) || at(year).equals("year");
      return named ? year + 1 : end;
    }
    return at(end).matches(YEAR) ? end + 1 : end;
  }
}
