package io.chipwire.web.flink;

import io.chipwire.web.FetchPolicy;
import io.chipwire.web.Fetcher;
import io.chipwire.web.HttpFetcher;
import java.io.Serializable;

/** Makes a fetcher in the process that runs it. */
@FunctionalInterface
public interface FetcherFactory extends Serializable {

  /** A new fetcher; whoever opens it closes it. */
  Fetcher open();

  /** Over HTTP. */
  static FetcherFactory http(FetchPolicy policy) {
    return () -> new HttpFetcher(policy);
  }
}
