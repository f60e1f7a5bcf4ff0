package io.chipwire.notify;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an HTTP answer means for a delivery. */
final class WebReceipt {

  private WebReceipt() {}

  /**
   * 2xx is a delivery, anything else, a redirect too, is tried again.
   *
   * @param gone the statuses by which a receiver says that it wants no more
   */
  static Receipt of(WebPost.Answer answer, Instant now, Set<Integer> gone) {
    int status = answer.status();
    String detail = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return Receipt.accepted(status, detail);
    }
    if (gone.contains(status)) {
      return new Receipt(
          Receipt.Verdict.GONE, status, detail + ": the receiver wants no more", null);
    }
    return new Receipt(Receipt.Verdict.LATER, status, detail, retryAfter(answer.retryAfter(), now));
  }

  /** Seconds, or a date; null where it says neither. */
  private static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
