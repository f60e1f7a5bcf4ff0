package io.chipwire.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.app.text.Span;
import io.chipwire.app.web.Questions.BadParameterException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** For how long a subscription is to be silent. */
final class MuteTime {

  /** Later times have no date that people write. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

  private MuteTime() {}

  /** Reads {@code {"for": "8h"}} or {@code {"until": "2026-05-04T18:00:00Z"}}. */
  static Instant until(JsonNode object, Instant now) {
    String until = object.path("until").asText();
    if (until.isEmpty()) {
      return after(object.path("for").asText(), now);
    }
    try {
      Instant instant = Instant.parse(until).truncatedTo(ChronoUnit.SECONDS);
      if (instant.isAfter(Instant.EPOCH) && instant.isBefore(END)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new BadParameterException(
        "until \"" + until + "\": expected an instant such as 2026-03-31T12:00:00Z", null);
  }

  /** Reads {@code 8h}. */
  static Instant after(String text, Instant now) {
    Duration time =
        Span.parse(text)
            .orElseThrow(
                () ->
                    new BadParameterException(
                        "for \"" + text + "\": expected " + Span.EXPECTED, null));
    return now.truncatedTo(ChronoUnit.SECONDS).plus(time);
  }
}
