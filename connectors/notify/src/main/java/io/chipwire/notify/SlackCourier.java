package io.chipwire.notify;

import io.chipwire.alert.Message;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * Posts messages to Slack's incoming webhooks, and to what is compatible with them (Mattermost,
 * Rocket.Chat, Discord). Slack says 404 and 410 where a webhook, or the channel behind it, is no
 * more, and 400 where it will never take a message. Thread-safe.
 */
public final class SlackCourier implements Courier {

  private static final Set<Integer> GONE = Set.of(404, 410);
  private static final int NOT_TAKEN = 400;

  private final WebPost web;
  private final Clock clock;

  /** A courier that posts through {@code web}. */
  public SlackCourier(WebPost web, Clock clock) {
    this.web = web;
    this.clock = clock;
  }

  @Override
  public Receipt deliver(Message message) {
    try {
      WebPost.Answer answer =
          web.post(URI.create(message.channel().target()), Map.of(), SlackBody.of(message));
      return answer.status() == NOT_TAKEN
          ? new Receipt(Receipt.Verdict.NEVER, NOT_TAKEN, "HTTP 400: not taken", null)
          : WebReceipt.of(answer, clock.instant(), GONE);
    } catch (RefusedAddressException e) {
      return Receipt.never(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // Its message may hold the URL, which is a secret.
      return Receipt.later(null, "no answer: " + e.getClass().getSimpleName());
    }
  }
}
