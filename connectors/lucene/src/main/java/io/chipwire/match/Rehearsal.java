package io.chipwire.match;

import io.chipwire.alert.Alert;
import io.chipwire.alert.RememberedHistory;
import io.chipwire.alert.Stages;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.alert.Suppression;
import io.chipwire.extraction.Extraction;
import io.chipwire.query.NameResolver;
import io.chipwire.query.QuerySyntaxException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one subscription would say of articles, one after the other, each judged by those before it
 * and as if it came in when it was published. Stores nothing; a pause or mute does not count. To be
 * closed. Not thread-safe.
 */
public final class Rehearsal implements Closeable {

  private final Subscription subscription;
  private final SubscriptionMatcher matcher;
  private final RememberedHistory history = new RememberedHistory();

  /**
   * A rehearsal before which nothing was told.
   *
   * @throws QuerySyntaxException if the subscription's query cannot be read
   */
  public Rehearsal(Subscription subscription, NameResolver names)
      throws IOException, QuerySyntaxException {
    SubscriptionMatcher.requireReadable(subscription, names);
    this.subscription = subscription.awake();
    this.matcher = new SubscriptionMatcher(names);
    matcher.apply(List.of(SubscriptionChange.put(this.subscription)));
  }

  /**
   * What came of an article that matches.
   *
   * @param suppression why the alert would be held back, or null if it would be told
   */
  public record Outcome(Alert alert, @Nullable Suppression suppression) {}

  /** The outcome of the next article; empty if it does not match. */
  public Optional<Outcome> hear(Extraction extraction) throws IOException {
    Instant time = PastNews.time(extraction.article());
    List<Alert> alerts = matcher.match(extraction, time, time);
    if (alerts.isEmpty()) {
      return Optional.empty();
    }
    Alert alert = alerts.getFirst();
    Suppression reason = Stages.check(alert, subscription, history);
    if (reason == null) {
      history.remember(alert);
    }
    return Optional.of(new Outcome(alert, reason));
  }

  @Override
  public void close() throws IOException {
    matcher.close();
  }
}
