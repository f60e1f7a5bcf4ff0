package io.chipwire.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and points in the past, as people type them. */
final class SpanText {

  private static final Pattern SPAN = Pattern.compile("(\\d{1,4})(min|h|d|w)");
  private static final int DAYS_A_WEEK = 7;

  private SpanText() {}

  /** Reads {@code 30min}, {@code 8h}, {@code 3d} or {@code 2w}. */
  static Duration parse(String text) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException("time \"" + text + "\": expected such as 30min, 8h, 3d or 2w");
    }
    int number = Integer.parseInt(matcher.group(1));
    return switch (matcher.group(2)) {
      case "min" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays((long) number * DAYS_A_WEEK);
    };
  }

  /** Reads a span before now, a day (UTC) or an instant. */
  static Instant since(String text, Instant now) {
    try {
      if (SPAN.matcher(text).matches()) {
        return now.minus(parse(text));
      }
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException(
          "since \"" + text + "\": expected such as 8h, 3d, 2026-05-04 or 2026-05-04T10:00:00Z", e);
    }
  }
}
