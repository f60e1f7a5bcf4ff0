package io.chipwire.store;

import io.chipwire.alert.Alert;
import io.chipwire.alert.History;
import io.chipwire.story.Fingerprint;
import io.chipwire.story.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was told, as the store has it. For one transaction. */
record StoredHistory(Handle handle) implements History {

  /** Stories that a new one is compared with, the latest first. */
  private static final int STORIES = 500;

  @Override
  public Set<String> toldFacts(Alert alert) {
    Map<String, String> keys = byDigest(alert);
    return keys.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                "SELECT fact_key FROM told_fact WHERE subscription_id = :id AND fact_key IN"
                    + " (<keys>)")
            .bind("id", alert.subscriptionId())
            .bindList("keys", List.copyOf(keys.keySet()))
            .mapTo(String.class)
            .list()
            .stream()
            .map(keys::get)
            .collect(Collectors.toSet());
  }

  @Override
  public Map<String, List<Origin>> origins(Alert alert) {
    Map<String, String> keys = byDigest(alert);
    Map<String, List<Origin>> origins = new HashMap<>();
    if (!keys.isEmpty()) {
      handle
          .createQuery(
              "SELECT o.fact_key, o.publisher, o.site, a.story FROM fact_origin o JOIN alert a ON"
                  + " a.id = o.alert_id WHERE o.subscription_id = :id AND o.fact_key IN (<keys>)"
                  + " ORDER BY o.position")
          .bind("id", alert.subscriptionId())
          .bindList("keys", List.copyOf(keys.keySet()))
          .map(
              (row, context) ->
                  origins
                      .computeIfAbsent(
                          keys.get(row.getString("fact_key")), first -> new ArrayList<>())
                      .add(
                          new Origin(
                              row.getString("publisher"),
                              row.getString("site"),
                              fingerprint(row.getString("story")))))
          .list();
    }
    return origins;
  }

  private static @Nullable Fingerprint fingerprint(@Nullable String story) {
    return story == null ? null : Fingerprint.ofBase64(story);
  }

  private static Map<String, String> byDigest(Alert alert) {
    return alert.factKeys().stream().collect(Collectors.toMap(StoredHistory::digest, key -> key));
  }

  @Override
  public boolean toldStory(Alert alert) {
    long revisions =
        handle
            .createQuery(
                "SELECT COUNT(*) FROM alert WHERE subscription_id = :id AND article_id = :article"
                    + " AND suppression IS NULL")
            .bind("id", alert.subscriptionId())
            .bind("article", alert.articleId())
            .mapTo(Long.class)
            .one();
    if (revisions > 0 || alert.story() == null) {
      return revisions > 0;
    }
    Fingerprint story = Fingerprint.ofBase64(alert.story());
    return handle
        .createQuery(
            "SELECT story FROM alert WHERE subscription_id = :id AND suppression IS NULL AND story"
                + " IS NOT NULL ORDER BY alerted_at DESC, id LIMIT "
                + STORIES)
        .bind("id", alert.subscriptionId())
        .mapTo(String.class)
        .list()
        .stream()
        .anyMatch(other -> story.isCopyOf(Fingerprint.ofBase64(other)));
  }

  @Override
  public int told(String subscriptionId, Instant from, Instant before) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM alert WHERE subscription_id = :id AND suppression IS NULL AND"
                + " alerted_at >= :start AND alerted_at < :end")
        .bind("id", subscriptionId)
        .bind("start", from.toEpochMilli())
        .bind("end", before.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /** A key of any length as one that fits an index. */
  static String digest(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
