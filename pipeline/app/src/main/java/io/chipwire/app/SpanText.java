package io.chipwire.app;

import io.chipwire.app.text.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Lengths of time and points in the past, as people type them. */
final class SpanText {

  private SpanText() {}

  /** Reads {@code 30min}, {@code 8h}, {@code 3d} or {@code 2w}. */
  static Duration parse(String text) {
    return Span.parse(text)
        .orElseThrow(() -> new UsageException("time \"" + text + "\": expected " + Span.EXPECTED));
  }

  /** Reads a span before now, a day (UTC) or an instant. */
  static Instant since(String text, Instant now) {
    try {
      Optional<Duration> span = Span.parse(text);
      if (span.isPresent()) {
        return now.minus(span.get());
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
