package io.chipwire.kafka;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A topic that a job writes to.
 *
 * @param topic where it is
 * @param transactions what the ids of its transactions begin with, where each record is to be there
 *     exactly once; no two jobs of one cluster may have the same, and a job keeps its own. Null
 *     where a record may be there twice after a failure (at least once)
 */
public record SinkTopic(KafkaTopic topic, @Nullable String transactions) implements Serializable {

  /** Whether readers of what is committed find each record once. */
  public boolean exactlyOnce() {
    return transactions != null;
  }
}
