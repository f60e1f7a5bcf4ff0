package io.chipwire.job;

import java.util.concurrent.CompletableFuture;

/** Runs live jobs beside a test. */
final class LiveRuns {

  private LiveRuns() {}

  /** Runs one in a thread of its own, until somebody stops it; what it throws is the cause. */
  static CompletableFuture<LiveReport> start(Live live) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return live.run();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
