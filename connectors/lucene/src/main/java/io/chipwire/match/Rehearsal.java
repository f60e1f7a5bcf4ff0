package io.chipwire.match;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Judgement;
import io.chipwire.alert.RememberedHistory;
import io.chipwire.alert.Stages;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.extraction.Extraction;
import io.chipwire.query.NameResolver;
import io.chipwire.query.QuerySyntaxException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /** What becomes of the next article; empty if it does not match. */
  public Optional<Judgement> hear(Extraction extraction) throws IOException {
    Instant time = PastNews.time(extraction.article());
    List<Alert> alerts = matcher.match(extraction, time, time);
    if (alerts.isEmpty()) {
      return Optional.empty();
    }
    Judgement judgement = Stages.judge(alerts.getFirst(), subscription, history);
    history.remember(judgement);
    return Optional.of(judgement);
  }

  @Override
  public void close() throws IOException {
    matcher.close();
  }
}
