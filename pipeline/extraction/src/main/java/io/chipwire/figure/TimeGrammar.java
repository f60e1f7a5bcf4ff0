package io.chipwire.figure;

import io.chipwire.figure.Period.Kind;
import io.chipwire.figure.When.Shape;
import io.chipwire.table.Rows;
import io.chipwire.table.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds points and stretches of time in the tokens of a sentence. Words of time are in {@code
 * time-words.tsv}; how they combine is here. One pass, each token looked at a few times.
 */
final class TimeGrammar {

  private static final Words WORDS = Words.beside(TimeGrammar.class);
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern QUARTER = Pattern.compile("(f?)q([1-4])(?:fy)?'?(\\d\\d|\\d{4})?");
  private static final Pattern QUARTER_FIRST = Pattern.compile("([1-4])q(fy)?'?(\\d\\d|\\d{4})?");
  private static final Pattern HALF = Pattern.compile("(?:h([12])|([12])h)(?:'?(2\\d|20\\d\\d))?");
  private static final Pattern FISCAL_YEAR = Pattern.compile("fy'?(\\d\\d|\\d{4})");
  private static final Set<String> FISCAL = Set.of("fiscal", "financial", "fy");
  private static final Set<String> DASHES = Set.of("-", "–", "—", "to", "through");
  private static final Set<String> MONTH_LEADS = WORDS.of("time-grammar.month-leads");
  private static final Set<String> MONTH_HEADS = WORDS.of("time-grammar.month-heads");

  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final PhraseMap<Shape> phrases = new PhraseMap<>();
  private final Set<String> seasons;

  TimeGrammar() {
    Map<String, Integer> seasonsRead = new HashMap<>();
    for (Rows.Row row : Rows.of(TimeGrammar.class, "time-words.tsv")) {
      switch (row.cell(0)) {
        case "month" -> months.put(row.cell(1), Integer.parseInt(row.cell(2)));
        case "ordinal" -> ordinals.put(row.cell(1), Integer.parseInt(row.cell(2)));
        case "season" -> seasonsRead.put(row.cell(1), 0);
        default -> phrases.put(row.cell(1), row.constant(Shape.class, 0));
      }
    }
    seasons = Set.copyOf(seasonsRead.keySet());
  }

  /** All words of time, by position; {@code taken} are tokens that belong to quantities. */
  List<When> find(
      List<String> words, List<String> lower, boolean[] taken, @Nullable LocalDate today) {
    List<When> found = new ArrayList<>();
    for (int i = 0; i < lower.size(); ) {
      When when = taken[i] ? null : new Cursor(words, lower, today).read(i);
      if (when != null) {
        found.add(when);
      }
      i = when == null ? i + 1 : Math.max(i + 1, when.end());
    }
    return found;
  }

  /** Reads one expression. */
  private final class Cursor {
    private final List<String> words;
    private final List<String> lower;
    private final @Nullable LocalDate today;
    private final TimeStretches stretches;

    Cursor(List<String> words, List<String> lower, @Nullable LocalDate today) {
      this.words = words;
      this.lower = lower;
      this.today = today;
      this.stretches = new TimeStretches(lower, months);
    }

    private String at(int i) {
      return i >= 0 && i < lower.size() ? lower.get(i) : "";
    }

    @Nullable When read(int i) {
      int stretch = stretches.end(i);
      if (stretch > i) {
        return new When(i, stretch, Shape.STRETCH, null);
      }
      When ending = yearEnding(i);
      if (ending != null) {
        return ending;
      }
      When when = at(i).equals("the") ? quarterTo(i + 1) : null;
      when = when == null ? phrase(i) : when.within(i, when.end());
      for (int rule = 0; when == null && rule < 7; rule++) {
        when =
            switch (rule) {
              case 0 -> shortForm(i);
              case 1 -> ordinal(i);
              case 2 -> fiscalYear(i);
              case 3 -> quarterTo(i);
              case 4 -> month(i);
              case 5 -> deictic(i);
              default -> year(i);
            };
      }
      return when;
    }

    private @Nullable When phrase(int i) {
      When same = sameOf(i);
      if (same != null) {
        return same;
      }
      int year = i + (at(i).equals("the") ? 1 : 0);
      boolean business =
          at(year).matches("business|fiscal|financial")
              && at(year + 1).equals("year")
              && !at(i - 1).matches("last|this|next|current|coming|previous|prior")
              && !YEAR.matcher(at(year + 2)).matches();
      if (business) {
        return new When(i, year + 2, Shape.WHOLE_YEAR, null);
      }
      boolean full = at(year).equals("full") && at(year + 1).matches("-|year");
      int end = full ? year + (at(year + 1).equals("-") ? 3 : 2) : year + 1;
      boolean whole =
          at(end - 1).equals("year")
              && (full || year > i && at(i - 1).equals("for"))
              && !YEAR.matcher(at(end)).matches()
              && !at(end).matches("ended|ending|to|as|earlier|before|ago");
      if (whole) {
        return new When(i, end, Shape.WHOLE_YEAR, null);
      }
      for (PhraseMap.Found<Shape> found : phrases.at(lower, i)) {
        if (found.value() == Shape.SINCE) {
          return today == null
              ? null
              : new When(i, found.end(), Shape.SINCE, Period.year(today.getYear()));
        }
        Period turn = found.value() == Shape.OPEN ? Period.month(0, 1) : null;
        return new When(i, found.end(), found.value(), turn);
      }
      return null;
    }

    /** "The same quarter of fiscal 2026", "the same period in 2025". */
    private @Nullable When sameOf(int i) {
      int at = i + (at(i).equals("the") ? 1 : 0);
      boolean same =
          Set.of("same", "corresponding", "comparable").contains(at(at))
              && Set.of("quarter", "period", "half", "months").contains(at(at + 1))
              && Set.of("of", "in").contains(at(at + 2));
      boolean week = at(at).equals("same") && at(at + 1).matches("week|day");
      if (week) {
        boolean ago = at(at + 2).equals("of") && at(at + 3).matches("last|this");
        return new When(i, at + (ago ? 5 : 2), Shape.MOMENT, null);
      }
      When year = same ? fiscalYear(at + 3) : null;
      if (same && year == null) {
        year = year(at + 3);
      }
      return year == null ? null : new When(i, year.end(), Shape.SAME, year.period());
    }

    /** Q1 2026, 1Q26, FQ3-26, H2 2026. */
    private @Nullable When shortForm(int i) {
      Matcher quarter = QUARTER.matcher(at(i));
      Matcher first = QUARTER_FIRST.matcher(at(i));
      Matcher half = HALF.matcher(at(i));
      if (quarter.matches()) {
        boolean fiscal =
            !quarter.group(1).isEmpty() || FISCAL.contains(at(i - 1)) || FISCAL.contains(at(i + 1));
        return withYear(i, i + 1, Kind.QUARTER, quarter.group(2), quarter.group(3), fiscal);
      }
      if (first.matches()) {
        return withYear(
            i, i + 1, Kind.QUARTER, first.group(1), first.group(3), first.group(2) != null);
      }
      if (half.matches()) {
        String index = half.group(1) == null ? half.group(2) : half.group(1);
        return withYear(i, i + 1, Kind.HALF, index, half.group(3), false);
      }
      return null;
    }

    private When withYear(
        int first, int end, Kind kind, String index, @Nullable String year, boolean fiscal) {
      int number = Integer.parseInt(index);
      if (year != null) {
        return fixed(first, end, new Period(kind, century(year), number, fiscal));
      }
      boolean dashed = at(end).equals("-") && at(end + 1).matches("'?\\d\\d|20\\d\\d");
      if (dashed) {
        return fixed(first, end + 2, new Period(kind, century(at(end + 1)), number, fiscal));
      }
      return completed(first, end, kind, number, fiscal);
    }

    /** The second quarter, second-quarter, fiscal first half, the third fiscal quarter. */
    private @Nullable When ordinal(int i) {
      int at = i;
      boolean fiscal = false;
      if (FISCAL.contains(at(at))) {
        fiscal = true;
        at++;
      }
      Integer index = ordinals.get(at(at));
      if (index == null) {
        return null;
      }
      at++;
      at += at(at).equals("-") ? 1 : 0;
      if (FISCAL.contains(at(at))) {
        fiscal = true;
        at++;
      }
      if (index == 1 && at(at).equals("three") && at(at + 1).equals("months")) {
        return completed(i, at + 2, Kind.QUARTER, 1, fiscal);
      }
      boolean half = at(at).equals("half") && index <= 2;
      if (half || at(at).equals("quarter") || at(at).equals("quarter's")) {
        return completed(i, at + 1, half ? Kind.HALF : Kind.QUARTER, index, fiscal);
      }
      boolean alone =
          at(i - 1).equals("the")
                  && Set.of("for", "in", "of").contains(at(i - 2))
                  && at(at).matches("[,.;)]|")
              || at(i - 1).equals("the") && at(i - 2).equals("for");
      return alone && at == i + 1 && index <= 4 && (at(at).matches("[,.;)]?"))
          ? new When(i, at, Shape.NTH, Period.quarter(0, index))
          : null;
    }

    /** Goes on with "of fiscal 2027", "2026", "of this year", "of its 2026 fiscal year". */
    private When completed(int first, int end, Kind kind, int index, boolean saysFiscal) {
      boolean fiscal = saysFiscal;
      int at = end;
      at += at(at).equals("of") || at(at).equals("in") || at(at).equals(",") ? 1 : 0;
      while (Set.of("its", "their", "the", "calendar", "year", "fiscal", "financial", "fy")
          .contains(at(at))) {
        fiscal |= FISCAL.contains(at(at));
        at++;
      }
      if (kind == Kind.HALF && months.containsKey(at(at))) {
        When month = month(at);
        if (month != null) {
          return month.within(first, month.end());
        }
      }
      Matcher fy = FISCAL_YEAR.matcher(at(at));
      if (fy.matches()) {
        return fixed(first, at + 1, new Period(kind, century(fy.group(1)), index, true));
      }
      if (YEAR.matcher(at(at)).matches()) {
        boolean after = FISCAL.contains(at(at + 1)) && at(at + 2).equals("year");
        int year = Integer.parseInt(at(at));
        return fixed(first, at + (after ? 3 : 1), new Period(kind, year, index, fiscal || after));
      }
      When relative = deictic(at);
      if (relative != null && relative.period() != null && relative.period().kind() == Kind.YEAR) {
        Period year = relative.period();
        return fixed(
            first, relative.end(), new Period(kind, year.year(), index, fiscal || year.fiscal()));
      }
      boolean earlier =
          phrases.at(lower, at).stream().anyMatch(f -> f.value() == Shape.YEAR_EARLIER);
      if (earlier && at == end) {
        return new When(first, phrases.at(lower, at).getFirst().end(), Shape.YEAR_EARLIER, null);
      }
      return new When(
          first, end, Shape.OPEN, new Period(kind, 0, index, saysFiscal || fiscal && at > end));
    }

    /** Fiscal 2026, fiscal year 2026, FY26, calendar 2026. */
    private @Nullable When fiscalYear(int i) {
      Matcher short4 = FISCAL_YEAR.matcher(at(i));
      if (short4.matches()) {
        return fixed(i, i + 1, Period.year(century(short4.group(1))).asFiscal(true));
      }
      if (!FISCAL.contains(at(i))) {
        return null;
      }
      int year = i + 1 + (at(i + 1).equals("year") || at(i + 1).equals("-") ? 1 : 0);
      if (YEAR.matcher(at(year)).matches()) {
        return fixed(i, year + 1, Period.year(Integer.parseInt(at(year))).asFiscal(true));
      }
      When shortForm = shortForm(i + 1);
      if (shortForm != null && shortForm.period() != null) {
        Period period = shortForm.period().asFiscal(true);
        int end = shortForm.end();
        if (YEAR.matcher(at(end)).matches()) {
          return fixed(
              i,
              end + 1,
              new Period(period.kind(), Integer.parseInt(at(end)), period.index(), true));
        }
        return new When(i, end, shortForm.shape(), period);
      }
      return null;
    }

    /** The quarter to September, three months ended June 28, 2026, the June quarter, April-June. */
    private @Nullable When quarterTo(int i) {
      int at = -1;
      if (at(i).equals("quarter") || at(i).equals("quarters")) {
        at = i + 1;
      } else if (at(i).equals("three") && at(i + 1).equals("months")) {
        at = i + 2;
      }
      if (at > 0 && Set.of("to", "ended", "ending", "through").contains(at(at))) {
        at += at(at + 1).equals("in") || at(at + 1).equals("on") ? 2 : 1;
        return ending(i, at);
      }
      Integer from = months.get(at(i));
      if (from == null || !capital(i)) {
        return null;
      }
      if (DASHES.contains(at(i + 1)) && at(i + 2).equals("quarter")) {
        return completed(i, i + 3, Kind.QUARTER, (from + 2) / 3, false);
      }
      int year = i + 1 + (YEAR.matcher(at(i + 1)).matches() ? 1 : 0);
      if (at(year).equals("quarter")) {
        Period quarter =
            new Period(
                Kind.QUARTER,
                year > i + 1 ? Integer.parseInt(at(i + 1)) : 0,
                (from + 2) / 3,
                false);
        if (year == i + 1) {
          return completed(i, year + 1, Kind.QUARTER, quarter.index(), false);
        }
        return fixed(i, year + 1, quarter);
      }
      Integer to = DASHES.contains(at(i + 1)) ? months.get(at(i + 2)) : null;
      if (to != null && to - from == 2 && from % 3 == 1) {
        return completed(i, i + 3, Kind.QUARTER, to / 3, false);
      }
      return to != null && to - from == 5 && from % 6 == 1
          ? completed(i, i + 3, Kind.HALF, to / 6, false)
          : null;
    }

    /** The fiscal year that ends in May, (the) year to March, year ended June 30, 2026. */
    private @Nullable When yearEnding(int i) {
      int at = i + (at(i).equals("the") ? 1 : 0);
      at += FISCAL.contains(at(at)) || at(at).equals("business") ? 1 : 0;
      if (!at(at).equals("year")) {
        return null;
      }
      at += at(at + 1).equals("that") ? 2 : 1;
      if (!Set.of("to", "through", "ends", "ended", "ending").contains(at(at))) {
        return null;
      }
      at += Set.of("in", "on").contains(at(at + 1)) ? 2 : 1;
      When month = month(at);
      if (month == null && at(at).matches("\\d\\d?")) {
        month = month(at + 1);
      }
      return month == null || month.period() == null
          ? null
          : new When(i, month.end(), Shape.YEAR_ENDING, month.period());
    }

    private @Nullable When ending(int first, int at) {
      When month = month(at);
      if (month == null && at(at).matches("\\d\\d?")) {
        month = month(at + 1);
      }
      if (month == null || month.period() == null) {
        return null;
      }
      Period period = month.period();
      return new When(
          first,
          month.end(),
          month.shape(),
          new Period(Kind.QUARTER, period.year(), (period.index() + 2) / 3, false));
    }

    private boolean capital(int i) {
      return Character.isUpperCase(words.get(i).charAt(0));
    }

    /** January, January 14, 14 January, January 2026, January 14, 2026. */
    private @Nullable When month(int i) {
      Integer month = months.get(at(i));
      if (month == null || !capital(i)) {
        return null;
      }
      boolean word = at(i).equals("may") || at(i).equals("march");
      boolean number = at(i + 1).matches("\\d{1,2}|\\d{4}") || at(i - 1).matches("\\d{1,2}");
      boolean told = MONTH_LEADS.contains(at(i - 1)) || MONTH_HEADS.contains(at(i + 1));
      if (word && !number && !told) {
        return null;
      }
      int end = i + 1 + (at(i + 1).equals(".") ? 1 : 0);
      boolean day =
          at(end).matches("\\d{1,2}") && !at(end + 1).matches("percent|%|million|billion");
      end += day ? 1 : 0;
      int year = end + (at(end).equals(",") || at(end).equals("of") ? 1 : 0);
      if (YEAR.matcher(at(year)).matches()) {
        return fixed(i, year + 1, Period.month(Integer.parseInt(at(year)), month));
      }
      When relative = deictic(year);
      if (relative != null
          && relative.period() != null
          && relative.period().kind() == Kind.YEAR
          && year == end) {
        return fixed(i, relative.end(), Period.month(relative.period().year(), month));
      }
      return new When(i, end, Shape.OPEN, Period.month(0, month));
    }

    /** This year, last quarter, next month, last summer. */
    private @Nullable When deictic(int i) {
      int step =
          switch (at(i)) {
            case "this", "current" -> 0;
            case "last" -> -1;
            case "next", "coming" -> 1;
            default -> 9;
          };
      if (step == 9 || today == null) {
        return null;
      }
      int at = i + 1;
      boolean fiscal = FISCAL.contains(at(at));
      at += fiscal || at(at).equals("calendar") ? 1 : 0;
      String noun = at(at).replaceFirst("'s$", "");
      int end = at + 1 + (at(at + 1).equals("'s") ? 1 : 0);
      if (seasons.contains(noun)) {
        return fixed(
            i,
            end,
            Period.year(today.getYear() + (step < 0 && today.getMonthValue() > 8 ? 0 : step)));
      }
      Integer named = months.get(noun);
      if (named != null && capital(at)) {
        boolean past = named < today.getMonthValue();
        return fixed(i, end, Period.month(today.getYear() + (step < 0 && !past ? -1 : 0), named));
      }
      int month = today.getMonthValue();
      return switch (noun) {
        case "year", "years" -> fixed(i, end, Period.year(today.getYear() + step).asFiscal(fiscal));
        case "quarter" -> {
          Period quarter = Period.quarter(today.getYear(), (month + 2) / 3).plus(step);
          yield step < 0
              ? fixed(i, end, quarter.asFiscal(fiscal))
              : new When(i, end, Shape.CURRENT, quarter.asFiscal(fiscal));
        }
        case "half" -> fixed(i, end, Period.half(today.getYear(), (month + 5) / 6).plus(step));
        case "month" -> fixed(i, end, Period.month(today.getYear(), month).plus(step));
        case "week" -> new When(i, end, Shape.MOMENT, null);
        default -> null;
      };
    }

    private @Nullable When year(int i) {
      if (!YEAR.matcher(at(i)).matches()) {
        return null;
      }
      int next = Integer.parseInt(at(i)) + 1;
      boolean split = at(i + 1).matches("[-–/]") && at(i + 2).equals("%02d".formatted(next % 100));
      if (split) {
        return fixed(i, i + 3, Period.year(next).asFiscal(true));
      }
      boolean fiscal = FISCAL.contains(at(i + 1)) && at(i + 2).equals("year");
      return fixed(i, i + (fiscal ? 3 : 1), Period.year(Integer.parseInt(at(i))).asFiscal(fiscal));
    }

    private static When fixed(int first, int end, Period period) {
      return new When(first, end, Shape.FIXED, period);
    }
  }

  private static int century(String digits) {
    String plain = digits.replace("'", "");
    return plain.length() == 2 ? 2000 + Integer.parseInt(plain) : Integer.parseInt(plain);
  }
}
