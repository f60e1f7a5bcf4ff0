package io.chipwire.job;

import io.chipwire.job.monitor.Health;
import java.net.InetSocketAddress;

/** Is told of how a live job stands, about once a second, in a thread of the job. */
@FunctionalInterface
public interface LiveProgress {

  /** Listens to nothing. */
  LiveProgress NONE = (counts, running, health) -> {};

  /**
   * How the job stands now; must not block for long.
   *
   * @param running false while it starts, also again after a failure
   * @param health of its sources and checkpoints
   */
  void progress(LiveCounts counts, boolean running, Health health);

  /** Metrics and health of the job are served there from now on. */
  default void monitored(InetSocketAddress at) {}

  /** Both this one and another are told. */
  default LiveProgress andThen(LiveProgress other) {
    LiveProgress first = this;
    return new LiveProgress() {
      @Override
      public void progress(LiveCounts counts, boolean running, Health health) {
        first.progress(counts, running, health);
        other.progress(counts, running, health);
      }

      @Override
      public void monitored(InetSocketAddress at) {
        first.monitored(at);
        other.monitored(at);
      }
    };
  }
}
