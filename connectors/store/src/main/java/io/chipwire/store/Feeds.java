package io.chipwire.store;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Subscription;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What was told, for who knows a subscription's secret of 128 random bits. Only the secret's
 * SHA-256 is kept: a copy of the store opens no feed. Thread-safe.
 */
public final class Feeds {

  private static final int SECRET_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Database database;

  Feeds(Database database) {
    this.database = database;
  }

  /**
   * A subscription and what it was told.
   *
   * @param alerts the newest first; what waits for a digest is among them
   */
  public record Told(Subscription subscription, List<Alert> alerts) {

    /** Copies the list. */
    public Told {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * Gives a subscription's feeds a new secret; with the former one they cannot be read any more.
   *
   * @return the secret, 22 characters that stand in a URL as they are; empty if the subscription is
   *     gone
   */
  public Optional<String> newSecret(String subscriptionId) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    int changed =
        database.transaction(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE subscription SET feed_secret = :secret WHERE id = :id AND"
                            + " removed_at IS NULL")
                    .bind("secret", StoredHistory.digest(secret))
                    .bind("id", subscriptionId)
                    .execute());
    return changed == 1 ? Optional.of(secret) : Optional.empty();
  }

  /** What the subscription with that secret was told; empty if there is none. */
  public Optional<Told> read(String secret, int most) {
    String hash = StoredHistory.digest(secret);
    return database.read(
        handle ->
            SubscriptionRows.select(
                    handle,
                    "removed_at IS NULL AND feed_secret = :secret",
                    query -> query.bind("secret", hash))
                .stream()
                .map(SubscriptionRows.Row::subscription)
                .map(subscription -> told(handle, subscription, most))
                .findFirst());
  }

  private static Told told(Handle handle, Subscription subscription, int most) {
    return new Told(
        subscription,
        handle
            .createQuery(
                "SELECT body FROM alert WHERE subscription_id = :id AND suppression IS NULL ORDER"
                    + " BY alerted_at DESC, id LIMIT :most")
            .bind("id", subscription.id())
            .bind("most", most)
            .map((row, context) -> Outbox.read(row.getString(1)))
            .list());
  }
}
