package io.chipwire.notify;

import io.chipwire.alert.Message;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Posts messages by the Standard Webhooks specification. 2xx is a delivery, 410 ends the channel,
 * anything else, a redirect too, is tried again; 429 and 503 say when by {@code Retry-After} (RFC
 * 9110). Thread-safe.
 */
public final class WebhookCourier implements Courier {

  private static final Set<Integer> GONE = Set.of(410);

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
      return WebReceipt.of(
          web.post(URI.create(message.channel().target()), headers, body), now, GONE);
    } catch (RefusedAddressException e) {
      return Receipt.never(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // Its message may hold the URL, which may be a secret.
      return Receipt.later(null, "no answer: " + e.getClass().getSimpleName());
    }
  }
}
