package io.chipwire.app.web;

import io.chipwire.store.Arrival;
import io.chipwire.store.Inbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a listener that comes back has missed, a page at a time. For one thread. */
final class MissedAlerts {

  private static final int PAGE = 100;

  private final Inbox inbox;
  private final @Nullable String subscription;
  private Instant time;
  private String after = "";
  private boolean all;

  /**
   * What was put in at that time or later.
   *
   * @param subscription for which subscription; null for all
   */
  MissedAlerts(Inbox inbox, @Nullable String subscription, Instant from) {
    this.inbox = inbox;
    this.subscription = subscription;
    this.time = from;
  }

  /** The next ones, oldest first; none if those before were the last. */
  List<Arrival> next() {
    if (all) {
      return List.of();
    }
    List<Arrival> page = inbox.since(subscription, time, after, PAGE);
    if (page.size() < PAGE) {
      all = true; // what came in since is told as it came in
    } else {
      time = page.getLast().filedAt();
      after = page.getLast().filed().alert().id();
    }
    return page;
  }
}
