package io.chipwire.alert;

import java.time.Instant;

/** What a subscription was told before; suppressed alerts do not count. */
public interface History {

  /** Whether all of the alert's facts were told; false if it has none. */
  boolean knowsAllFacts(Alert alert);

  /** Whether the alert's story was told, as a copy in another outlet or an earlier revision. */
  boolean toldStory(Alert alert);

  /**
   * How many alerts the subscription was told with {@code alertedAt} from an instant to another.
   */
  int told(String subscriptionId, Instant from, Instant before);
}
