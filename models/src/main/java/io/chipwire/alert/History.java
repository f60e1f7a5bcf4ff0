package io.chipwire.alert;

import io.chipwire.story.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a subscription was told before, and who has stated what. What was suppressed was not told.
 */
public interface History {

  /** Keys of those of the alert's facts that were told. */
  Set<String> toldFacts(Alert alert);

  /**
   * Who has stated the alert's facts before, by key of the fact, the first one first; of alerts
   * that were suppressed, too.
   */
  Map<String, List<Origin>> origins(Alert alert);

  /** Whether the alert's story was told, as a copy in another outlet or an earlier revision. */
  boolean toldStory(Alert alert);

  /**
   * How many alerts the subscription was told with {@code alertedAt} from an instant to another.
   */
  int told(String subscriptionId, Instant from, Instant before);
}
