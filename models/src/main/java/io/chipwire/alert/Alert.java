package io.chipwire.alert;

import io.chipwire.story.Fingerprint;
import io.chipwire.story.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news for one subscription, with why it is one.
 *
 * @param id see {@link #id(String, String, List)}
 * @param subscriptionId whose query matched
 * @param articleId the article that did
 * @param sentence the words that say it best
 * @param facts what matched; none where the query asks for no fact
 * @param predicates the parts of the query that the article meets
 * @param confidence of the surest fact that matched; 1 where the query asks for none
 * @param origins names of the independent outlets that have stated a fact that matched, of the one
 *     that most have stated, the first one first; as known when it was judged, empty before
 * @param story the article's {@link io.chipwire.story.Fingerprint} in base64, or null
 * @param publishedAt when the outlet published it, or null where unknown
 * @param fetchedAt when we fetched it, or null where unknown
 * @param extractedAt when its facts were at hand
 * @param alertedAt when it was matched; a backfill and a backtest take the time of publication
 */
public record Alert(
    String id,
    String subscriptionId,
    String subscriptionName,
    String articleId,
    @Nullable String title,
    @Nullable String url,
    @Nullable String publisher,
    String sentence,
    List<MatchedFact> facts,
    List<String> predicates,
    double confidence,
    List<String> origins,
    @Nullable String story,
    @Nullable Instant publishedAt,
    @Nullable Instant fetchedAt,
    Instant extractedAt,
    Instant alertedAt) {

  /** The order in which alerts of the past are judged: by their time, those of one by article. */
  public static final Comparator<Alert> IN_ORDER =
      Comparator.comparing(Alert::alertedAt).thenComparing(Alert::articleId);

  /** Copies the lists. */
  public Alert {
    facts = List.copyOf(facts);
    predicates = List.copyOf(predicates);
    origins = origins == null ? List.of() : List.copyOf(origins); // older stores have none
  }

  /**
   * The id of the news: the same article with the same facts gives the same, however often it is
   * read. 32 hexadecimal digits of a SHA-256.
   */
  public static String id(String subscriptionId, String articleId, List<String> factKeys) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, subscriptionId);
      add(digest, articleId);
      factKeys.stream().distinct().sorted().forEach(key -> add(digest, key));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  /** Who states it. */
  public Origin origin() {
    return new Origin(
        publisher, Origin.site(url), story == null ? null : Fingerprint.ofBase64(story));
  }

  /** How many independent outlets have stated the fact that most have stated. */
  public int corroboration() {
    return origins.size();
  }

  /** The same with the outlets that state it. */
  public Alert withOrigins(List<String> origins) {
    return new Alert(
        id,
        subscriptionId,
        subscriptionName,
        articleId,
        title,
        url,
        publisher,
        sentence,
        facts,
        predicates,
        confidence,
        origins,
        story,
        publishedAt,
        fetchedAt,
        extractedAt,
        alertedAt);
  }

  /** The keys of its facts. */
  public List<String> factKeys() {
    return facts.stream().map(MatchedFact::key).distinct().toList();
  }
}
