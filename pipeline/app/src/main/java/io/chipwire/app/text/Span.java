package io.chipwire.app.text;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people type them: {@code 30min}, {@code 8h}, {@code 3d} or {@code 2w}. */
public final class Span {

  /** What is expected, for messages. */
  public static final String EXPECTED = "such as 30min, 8h, 3d or 2w";

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})(min|h|d|w)");
  private static final int DAYS_A_WEEK = 7;

  private Span() {}

  /** Reads one; empty if it is none. */
  public static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(form.group(1));
    return Optional.of(
        switch (form.group(2)) {
          case "min" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofDays((long) number * DAYS_A_WEEK);
        });
  }
}
