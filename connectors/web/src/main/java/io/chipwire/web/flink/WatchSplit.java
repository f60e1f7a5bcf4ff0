package io.chipwire.web.flink;

import io.chipwire.web.WatchState;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A watched source with what is known of it.
 *
 * @param name see {@link io.chipwire.web.WatchedSource#name()}; everything else of a source comes
 *     from the configuration at each start
 */
public record WatchSplit(String name, WatchState state) implements SourceSplit {

  @Override
  public String splitId() {
    return name;
  }
}
