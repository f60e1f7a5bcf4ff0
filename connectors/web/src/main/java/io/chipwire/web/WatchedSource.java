package io.chipwire.web;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An address that is looked at again and again for new documents.
 *
 * @param name for people and for checkpoints: the same name is the same source
 * @param kind what stands there
 * @param url where
 * @param minPoll the shortest time between two looks, for a source that changes often
 * @param maxPoll the longest
 * @param maxAge older documents are left out; null to take all
 * @param obeysOptOuts whether documents that reserve their use by machines are left alone
 * @param filings which filings are read; without meaning for other kinds
 */
public record WatchedSource(
    String name,
    SourceKind kind,
    String url,
    Duration minPoll,
    Duration maxPoll,
    @Nullable Duration maxAge,
    boolean obeysOptOuts,
    WantedFilings filings)
    implements Serializable {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the address is none, or the times are in the wrong order
   */
  public WatchedSource {
    if (WebAddress.parse(url, null).isEmpty()) {
      throw new IllegalArgumentException(
          "source " + name + ": address \"" + url + "\": expected an http or https address");
    }
    if (minPoll.toMillis() < 1 || minPoll.compareTo(maxPoll) > 0) {
      throw new IllegalArgumentException(
          "source " + name + ": poll " + minPoll + " to " + maxPoll + ": expected min ≤ max");
    }
  }

  /** A source whose kind leaves nothing to choose, or one of all current reports. */
  public WatchedSource(
      String name,
      SourceKind kind,
      String url,
      Duration minPoll,
      Duration maxPoll,
      @Nullable Duration maxAge,
      boolean obeysOptOuts) {
    this(name, kind, url, minPoll, maxPoll, maxAge, obeysOptOuts, WantedFilings.CURRENT_REPORTS);
  }
}
