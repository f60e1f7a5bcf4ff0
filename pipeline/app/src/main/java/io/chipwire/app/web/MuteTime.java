package io.chipwire.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.app.web.Questions.BadParameterException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how long a subscription is to be silent. */
final class MuteTime {

  private static final Pattern TIME = Pattern.compile("(\\d{1,4})(min|h|d|w)");
  private static final int DAYS_A_WEEK = 7;

  private MuteTime() {}

  /** Reads {@code {"for": "8h"}} or {@code {"until": "2026-05-04T18:00:00Z"}}. */
  static Instant until(JsonNode object, Instant now) {
    String until = object.path("until").asText();
    if (until.isEmpty()) {
      return after(object.path("for").asText(), now);
    }
    try {
      return Instant.parse(until).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      throw new BadParameterException(
          "until \"" + until + "\": expected an instant such as 2026-03-31T12:00:00Z", e);
    }
  }

  /** Reads {@code 8h}. */
  static Instant after(String text, Instant now) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new BadParameterException(
          "for \"" + text + "\": expected such as 30min, 8h, 3d or 2w", null);
    }
    int number = Integer.parseInt(matcher.group(1));
    Duration time =
        switch (matcher.group(2)) {
          case "min" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofDays((long) number * DAYS_A_WEEK);
        };
    return now.truncatedTo(ChronoUnit.SECONDS).plus(time);
  }
}
