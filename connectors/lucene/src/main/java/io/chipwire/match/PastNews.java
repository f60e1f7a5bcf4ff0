package io.chipwire.match;

import io.chipwire.article.Article;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How articles of the past are told, the same in a backtest and in a backfill that alerts: as if
 * each had come in when it was published.
 */
public final class PastNews {

  private PastNews() {}

  /**
   * When an article would have come in: published, or else fetched; 1970 where neither is known.
   */
  public static Instant time(Article article) {
    if (article.publishedAt() != null) {
      return article.publishedAt();
    }
    return article.fetchedAt() != null ? article.fetchedAt() : Instant.EPOCH;
  }

  /**
   * Whether an article was published since then; one without a date was not.
   *
   * @param since null for always, also for articles without a date
   */
  public static boolean isSince(Article article, @Nullable Instant since) {
    return since == null
        || (article.publishedAt() != null && !article.publishedAt().isBefore(since));
  }
}
