package io.chipwire.job;

import io.chipwire.web.FetchPolicy;
import io.chipwire.web.flink.FetcherFactory;
import io.chipwire.web.flink.WatchSource;
import java.time.Clock;

/**
 * The world as the sources of a live job see it.
 *
 * @param fetchers how the web is asked
 * @param clock see {@link WatchSource#of}
 */
record Outside(FetcherFactory fetchers, Clock clock) {

  static Outside real(FetchPolicy policy) {
    return new Outside(FetcherFactory.http(policy), Clock.systemUTC());
  }
}
