package io.chipwire.read;

import io.chipwire.table.Rows;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date out of what pages print: ISO 8601 in all its misspellings, "May 20, 2026, 5:47 p.m.
 * ET", "2 July 2026 07:15 BST", "7. Juli 2026", "2026年7月7日", "07/07/2026", epoch seconds. The first
 * date in the text counts. Stateless; safe to share between threads.
 */
final class DateText {

  /** Longest text that is searched. */
  private static final int MAX_LENGTH = 240;

  /** Years outside are typing errors or placeholders. */
  private static final int FIRST_YEAR = 1990;

  private static final int LAST_YEAR = 2099;

  private static final Map<String, Integer> MONTHS = months();
  private static final Map<String, ZoneId> ZONES = zones();

  private static final Pattern ISO =
      Pattern.compile(
          "(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)"
              + "(?:[T\\s,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s?(Z\\b|[+-]\\d{2}:?\\d{2}|[+-]\\d{1,2}\\b)?)?");
  private static final Pattern BASIC_ISO =
      Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?Z?)?$");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})\\s?[./年년]\\s?(\\d{1,2})\\s?[./月월]\\s?(\\d{1,2})(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<!\\p{L})(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\.?,?\\s+(\\d{4})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º)?\\.?[\\s-]+(?:de\\s+|of\\s+)?(\\p{L}{3,12})\\.?,?[\\s-]+(?:de\\s+|of\\s+)?(\\d{4})(?!\\d)");
  private static final Pattern YEAR_MONTH_DAY =
      Pattern.compile("(?<!\\d)(\\d{4})\\s+(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?!\\d)");
  private static final Pattern NUMERIC =
      Pattern.compile("(?<!\\d)(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?!\\d)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2})(?:[:h.](\\d{2})(?::(\\d{2}))?)?\\s?(a\\.?m\\b\\.?|p\\.?m\\b\\.?)?\\s*(?:\\(?([A-Za-z]{1,8})\\b|([+-]\\d{2}:?\\d{2})(?!\\d))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");

  private DateText() {}

  /**
   * The first date in the text, or null.
   *
   * @param monthFirst whether {@code 03/04/2026} is the fourth of March
   */
  static @Nullable Moment parse(@Nullable String raw, boolean monthFirst) {
    if (raw == null || raw.length() < 6 || !holdsDigit(raw)) {
      return null;
    }
    String text = PlainText.line(raw.substring(0, Math.min(raw.length(), MAX_LENGTH)));
    try {
      if (EPOCH.matcher(text).matches()) {
        long value = Long.parseLong(text);
        return inRange(
            new Moment(
                text.length() == 10 ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value),
                true,
                ZoneOffset.UTC));
      }
      return inRange(written(text, monthFirst));
    } catch (DateTimeException impossibleDate) {
      return null;
    }
  }

  private static boolean holdsDigit(String raw) {
    for (int i = Math.min(raw.length(), MAX_LENGTH) - 1; i >= 0; i--) {
      if (raw.charAt(i) >= '0' && raw.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Moment written(String text, boolean monthFirst) {
    Matcher m = ISO.matcher(text);
    if (m.find()) {
      LocalDate day = day(m.group(1), m.group(2), m.group(3));
      if (m.group(4) == null) {
        return withTime(day, text.substring(m.end()), "");
      }
      LocalTime time = time(m.group(4), m.group(5), m.group(6), null);
      ZoneId zone = m.group(7) == null ? zoneIn(text.substring(m.end())) : offset(m.group(7));
      return at(day, time, zone);
    }
    m = BASIC_ISO.matcher(text);
    if (m.find()) {
      LocalDate day = day(m.group(1), m.group(2), m.group(3));
      return m.group(4) == null
          ? at(day, null, null)
          : at(day, time(m.group(4), m.group(5), m.group(6), null), null);
    }
    m = YEAR_FIRST.matcher(text);
    if (m.find()) {
      return withTime(day(m.group(1), m.group(2), m.group(3)), text.substring(m.end()), "");
    }
    m = MONTH_FIRST.matcher(text);
    while (m.find()) {
      Integer month = MONTHS.get(m.group(1).toLowerCase(Locale.ROOT));
      if (month != null) {
        return withTime(
            day(m.group(3), month.toString(), m.group(2)),
            text.substring(m.end()),
            text.substring(0, m.start()));
      }
    }
    m = DAY_FIRST.matcher(text);
    while (m.find()) {
      Integer month = MONTHS.get(m.group(2).toLowerCase(Locale.ROOT));
      if (month != null) {
        return withTime(
            day(m.group(3), month.toString(), m.group(1)),
            text.substring(m.end()),
            text.substring(0, m.start()));
      }
    }
    m = YEAR_MONTH_DAY.matcher(text);
    while (m.find()) {
      Integer month = MONTHS.get(m.group(2).toLowerCase(Locale.ROOT));
      if (month != null) {
        return at(day(m.group(1), month.toString(), m.group(3)), null, null);
      }
    }
    m = NUMERIC.matcher(text);
    if (m.find()) {
      int first = Integer.parseInt(m.group(1));
      int second = Integer.parseInt(m.group(3));
      boolean american = second > 12 || first <= 12 && monthFirst && m.group(2).equals("/");
      return withTime(
          LocalDate.of(
              Integer.parseInt(m.group(4)), american ? first : second, american ? second : first),
          text.substring(m.end()),
          text.substring(0, m.start()));
    }
    return null;
  }

  /** The time that stands behind the date, or else before it. */
  private static Moment withTime(LocalDate day, String behind, String before) {
    Moment found = timed(day, behind.substring(0, Math.min(behind.length(), 40)));
    if (found == null) {
      found = timed(day, before.substring(Math.max(0, before.length() - 24)));
    }
    return found == null ? at(day, null, null) : found;
  }

  private static @Nullable Moment timed(LocalDate day, String text) {
    Matcher m = TIME.matcher(text);
    while (m.find()) {
      if (m.group(2) != null || m.group(4) != null) {
        LocalTime time =
            time(m.group(1), m.group(2) == null ? "0" : m.group(2), m.group(3), m.group(4));
        ZoneId zone =
            m.group(6) != null
                ? offset(m.group(6))
                : m.group(5) == null ? null : ZONES.get(m.group(5).toLowerCase(Locale.ROOT));
        return at(day, time, zone);
      }
    }
    return null;
  }

  private static @Nullable ZoneId zoneIn(String text) {
    Matcher word = Pattern.compile("^\\s*\\(?([A-Za-z]{1,8})\\b").matcher(text);
    return word.find() ? ZONES.get(word.group(1).toLowerCase(Locale.ROOT)) : null;
  }

  private static Moment at(LocalDate day, @Nullable LocalTime time, @Nullable ZoneId zone) {
    OffsetDateTime moment =
        day.atTime(time == null ? LocalTime.MIDNIGHT : time)
            .atZone(time == null || zone == null ? ZoneOffset.UTC : zone)
            .toOffsetDateTime();
    return new Moment(moment.toInstant(), time != null, moment.getOffset());
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static LocalTime time(
      String hour, String minute, @Nullable String second, @Nullable String half) {
    int h = Integer.parseInt(hour);
    if (half != null) {
      h = h % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
    }
    return LocalTime.of(
        h % 24,
        Integer.parseInt(minute),
        second == null ? 0 : Math.min(59, Integer.parseInt(second)));
  }

  private static ZoneId offset(String written) {
    if (written.equals("Z")) {
      return ZoneOffset.UTC;
    }
    String digits = written.substring(1).replace(":", "");
    int hours = Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
    int sign = written.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private static @Nullable Moment inRange(@Nullable Moment moment) {
    if (moment == null) {
      return null;
    }
    int year = moment.instant().atZone(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR ? moment : null;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (Rows.Row row : Rows.of(DateText.class, "months.tsv")) {
      for (String name : row.cells().subList(1, row.cells().size())) {
        months.putIfAbsent(name, Integer.valueOf(row.cell(0)));
      }
    }
    return Map.copyOf(months);
  }

  private static Map<String, ZoneId> zones() {
    Map<String, ZoneId> zones = new HashMap<>();
    for (Rows.Row row : Rows.of(DateText.class, "zones.tsv")) {
      zones.put(row.cell(0), ZoneId.of(row.cell(1)));
    }
    return Map.copyOf(zones);
  }
}
