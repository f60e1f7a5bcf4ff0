package io.chipwire.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Gets documents. Safe for use by several threads, each with another host. */
public interface Fetcher extends AutoCloseable {

  /** Asks for one document and blocks until it is there or not; bounded in time. Never throws. */
  FetchOutcome fetch(FetchRequest request);

  /** The pause that the site's robots.txt asks for between requests, as far as it is known. */
  Optional<Duration> crawlDelay(URI uri);

  @Override
  void close();
}
