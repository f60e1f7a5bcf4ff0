package io.chipwire.alert;

import io.chipwire.story.Fingerprint;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one subscription was told, in memory, for backtests. Not thread-safe. Alerts are to be
 * remembered in the order of their time.
 */
public final class RememberedHistory implements History {

  /** Stories that a new one is compared with. */
  static final int STORIES = 500;

  private final Set<String> facts = new HashSet<>();
  private final Set<String> articles = new HashSet<>();
  private final Deque<Fingerprint> stories = new ArrayDeque<>();
  private final TreeMap<Instant, Integer> told = new TreeMap<>();

  /** The alert was told. */
  public void remember(Alert alert) {
    facts.addAll(alert.factKeys());
    articles.add(alert.articleId());
    if (alert.story() != null) {
      stories.addLast(fingerprint(alert.story()));
      if (stories.size() > STORIES) {
        stories.removeFirst();
      }
    }
    told.merge(alert.alertedAt(), 1, Integer::sum);
  }

  @Override
  public boolean knowsAllFacts(Alert alert) {
    return !alert.facts().isEmpty() && facts.containsAll(alert.factKeys());
  }

  @Override
  public boolean toldStory(Alert alert) {
    if (articles.contains(alert.articleId())) {
      return true;
    }
    if (alert.story() == null) {
      return false;
    }
    Fingerprint story = fingerprint(alert.story());
    return stories.stream().anyMatch(other -> story.similarity(other) >= Fingerprint.COPY);
  }

  @Override
  public int told(String subscriptionId, Instant from, Instant before) {
    return told.subMap(from, before).values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Fingerprint fingerprint(String base64) {
    return Fingerprint.of(Base64.getDecoder().decode(base64));
  }
}
