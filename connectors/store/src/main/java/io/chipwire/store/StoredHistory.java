package io.chipwire.store;

import io.chipwire.alert.Alert;
import io.chipwire.alert.History;
import io.chipwire.story.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was told, as the store has it. For one transaction. */
record StoredHistory(Handle handle) implements History {

  /** Stories that a new one is compared with, the latest first. */
  private static final int STORIES = 500;

  @Override
  public boolean knowsAllFacts(Alert alert) {
    List<String> keys = alert.factKeys().stream().map(StoredHistory::digest).distinct().toList();
    if (keys.isEmpty()) {
      return false;
    }
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM told_fact WHERE subscription_id = :id AND fact_key IN"
                    + " (<keys>)")
            .bind("id", alert.subscriptionId())
            .bindList("keys", keys)
            .mapTo(Long.class)
            .one()
        == keys.size();
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
    Fingerprint story = fingerprint(alert.story());
    return handle
        .createQuery(
            "SELECT story FROM alert WHERE subscription_id = :id AND suppression IS NULL AND story"
                + " IS NOT NULL ORDER BY alerted_at DESC, id LIMIT "
                + STORIES)
        .bind("id", alert.subscriptionId())
        .mapTo(String.class)
        .list()
        .stream()
        .anyMatch(other -> story.similarity(fingerprint(other)) >= Fingerprint.COPY);
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

  private static Fingerprint fingerprint(String base64) {
    return Fingerprint.of(Base64.getDecoder().decode(base64));
  }
}
