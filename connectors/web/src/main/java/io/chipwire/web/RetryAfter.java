package io.chipwire.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads when a server wants to be asked again (RFC 9110, 10.2.3): seconds or a date. */
final class RetryAfter {

  private RetryAfter() {}

  static Optional<Instant> read(String value, Instant now) {
    String text = value.strip();
    try {
      if (!text.isEmpty()
          && text.length() <= 9
          && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Optional.of(now.plus(Duration.ofSeconds(Long.parseLong(text))));
      }
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
