package io.chipwire.figure;

import io.chipwire.table.Words;
import java.util.List;
import java.util.Set;

/**
 * Finds stretches of time that no period can write: "the first nine months of 2025", "January
 * through September", "the past twelve months". Whatever they say is of no quarter and no year.
 */
final class TimeStretches {

  private static final Words WORDS = Words.beside(TimeStretches.class);
  private static final Set<String> COUNTS = WORDS.of("time-stretches.counts");
  private static final Set<String> LEADS = WORDS.of("time-stretches.leads");
  private static final Set<String> MONTHS = WORDS.of("time-stretches.months");
  private static final Set<String> THROUGH =
      Set.of("through", "to", "till", "until", "-", "–", "—");
  private static final String YEAR = "(19|20)\\d\\d";

  private final List<String> lower;

  TimeStretches(List<String> lower) {
    this.lower = lower;
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
    boolean range =
        MONTHS.contains(at(first)) && THROUGH.contains(at(first + 1)) && MONTHS.contains(at(last));
    if (!range) {
      return -1;
    }
    List<String> order =
        List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    int from = order.indexOf(at(first).substring(0, 3));
    int to = order.indexOf(at(last).substring(0, 3));
    boolean part = to - from == 2 && from % 3 == 0 || to - from == 5 && from % 6 == 0;
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
