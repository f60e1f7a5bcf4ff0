package io.chipwire.alert;

import io.chipwire.story.Fingerprint;
import io.chipwire.story.Origin;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one subscription was told, in memory, for backtests. Not thread-safe. Alerts are to be
 * remembered in the order of their time.
 */
public final class RememberedHistory implements History {

  /** Stories that a new one is compared with. */
  static final int STORIES = 500;

  private final Set<String> facts = new HashSet<>();
  private final Map<String, List<Origin>> origins = new HashMap<>();
  private final Set<String> articles = new HashSet<>();
  private final Deque<Fingerprint> stories = new ArrayDeque<>();
  private final TreeMap<Instant, Integer> told = new TreeMap<>();

  /** An alert was judged. */
  public void remember(Judgement judgement) {
    Alert alert = judgement.alert();
    Origin origin = alert.origin();
    for (String key : judgement.corroborated()) {
      origins.computeIfAbsent(key, first -> new ArrayList<>()).add(origin);
    }
    if (judgement.suppression() == null) {
      rememberTold(alert);
    }
  }

  private void rememberTold(Alert alert) {
    facts.addAll(alert.factKeys());
    articles.add(alert.articleId());
    if (alert.story() != null) {
      stories.addLast(Fingerprint.ofBase64(alert.story()));
      if (stories.size() > STORIES) {
        stories.removeFirst();
      }
    }
    told.merge(alert.alertedAt(), 1, Integer::sum);
  }

  @Override
  public Set<String> toldFacts(Alert alert) {
    return alert.factKeys().stream().filter(facts::contains).collect(Collectors.toSet());
  }

  @Override
  public Map<String, List<Origin>> origins(Alert alert) {
    return alert.factKeys().stream()
        .filter(origins::containsKey)
        .collect(
            Collectors.toMap(key -> key, key -> List.copyOf(origins.getOrDefault(key, List.of()))));
  }

  @Override
  public boolean toldStory(Alert alert) {
    if (articles.contains(alert.articleId())) {
      return true;
    }
    if (alert.story() == null) {
      return false;
    }
    Fingerprint story = Fingerprint.ofBase64(alert.story());
    return stories.stream().anyMatch(story::isCopyOf);
  }

  @Override
  public int told(String subscriptionId, Instant from, Instant before) {
    return told.subMap(from, before).values().stream().mapToInt(Integer::intValue).sum();
  }
}
