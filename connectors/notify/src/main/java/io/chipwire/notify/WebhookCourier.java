package io.chipwire.notify;

import io.chipwire.alert.Message;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages by the Standard Webhooks specification. 2xx is a delivery, 410 ends the channel,
 * anything else, a redirect too, is tried again; 429 and 503 say when by {@code Retry-After} (RFC
 * 9110). Thread-safe.
 */
public final class WebhookCourier implements Courier {

  private static final int GONE = 410;

  private final WebPost web;
  private final Clock clock;

  /** A courier that posts through {@code web}. */
  public WebhookCourier(WebPost web, Clock clock) {
    this.web = web;
    this.clock = clock;
  }

  @Override
  public Receipt deliver(Message message) {
    byte[] body = WebhookBody.of(message);
    Instant now = clock.instant();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", message.id());
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    String secret = message.channel().secret();
    if (secret != null) {
      headers.put("webhook-signature", WebhookSignature.sign(secret, message.id(), now, body));
    }
    try {
      return receipt(web.post(URI.create(message.channel().target()), headers, body), now);
    } catch (RefusedAddressException e) {
      return Receipt.never(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // Its message may hold the URL, which may be a secret.
      return Receipt.later(null, "no answer: " + e.getClass().getSimpleName());
    }
  }

  private static Receipt receipt(WebPost.Answer answer, Instant now) {
    int status = answer.status();
    String detail = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return Receipt.accepted(status, detail);
    }
    if (status == GONE) {
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
