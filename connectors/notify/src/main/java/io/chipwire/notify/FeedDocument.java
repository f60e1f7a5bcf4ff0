package io.chipwire.notify;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a subscription was told, as a feed. Immutable.
 *
 * @param alerts the newest first
 * @param self the address without {@code .atom} or {@code .json}; it holds a secret
 */
public record FeedDocument(Subscription subscription, List<Alert> alerts, String self) {

  /** Copies the list. */
  public FeedDocument {
    alerts = List.copyOf(alerts);
  }

  /** By RFC 4287, in UTF-8. */
  public byte[] atom() {
    return AtomFeed.of(this);
  }

  /** By JSON Feed 1.1. */
  public byte[] json() {
    return JsonFeed.of(this);
  }

  String title() {
    return "chipwire: " + subscription.name();
  }

  /** When anything of it was new last. */
  Instant updated() {
    return alerts.stream()
        .map(Alert::alertedAt)
        .max(Instant::compareTo)
        .orElse(subscription.createdAt());
  }

  /** An IRI that stays the same for ever, made from an id. */
  static String urn(String id) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
  }
}
