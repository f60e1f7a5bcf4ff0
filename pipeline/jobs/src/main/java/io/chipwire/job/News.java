package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.PageFlag;
import io.chipwire.extraction.Extraction;
import java.time.Duration;
import java.time.Instant;

/** Tells news from what is merely newly found, such as the years that a new sitemap lists. */
final class News {

  /** Over a long weekend, a feed may be read late, or an outlet print a story again. */
  static final Duration LONGEST_AGE = Duration.ofDays(4);

  private News() {}

  /** Whether subscribers are told of what an article says. */
  static boolean isNews(Extraction extraction) {
    return !extraction.article().flags().contains(PageFlag.LATE);
  }

  /**
   * Whether an article was old when it was found. One without a date is taken for news.
   *
   * @param found in milliseconds since 1970; not the time at which it was fetched, which files do
   *     not know and topics may have kept for years
   */
  static boolean isLate(Article article, long found) {
    return article.publishedAt() != null
        && article.publishedAt().isBefore(Instant.ofEpochMilli(found).minus(LONGEST_AGE));
  }
}
