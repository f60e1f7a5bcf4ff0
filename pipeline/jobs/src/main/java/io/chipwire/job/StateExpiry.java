package io.chipwire.job;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;

/** How keyed state is forgotten: never shown once it is due, and swept out on the way. */
final class StateExpiry {

  /** Entries that are looked at with each access. */
  private static final int SWEPT = 10;

  private StateExpiry() {}

  /** That long after it was written last, in processing time. */
  static StateTtlConfig afterWrite(Duration ttl) {
    return of(ttl, StateTtlConfig.UpdateType.OnCreateAndWrite);
  }

  /** That long after it was written or read last, in processing time. */
  static StateTtlConfig afterUse(Duration ttl) {
    return of(ttl, StateTtlConfig.UpdateType.OnReadAndWrite);
  }

  private static StateTtlConfig of(Duration ttl, StateTtlConfig.UpdateType update) {
    return StateTtlConfig.newBuilder(ttl)
        .setUpdateType(update)
        .setStateVisibility(StateTtlConfig.StateVisibility.NeverReturnExpired)
        .cleanupFullSnapshot()
        .cleanupIncrementally(SWEPT, false)
        .build();
  }
}
