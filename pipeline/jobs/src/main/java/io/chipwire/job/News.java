package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import java.time.Duration;

/** Tells news from what is merely newly found, such as the years that a new sitemap lists. */
final class News {

  /** Over a long weekend, a feed may be read late, or an outlet print a story again. */
  static final Duration LONGEST_AGE = Duration.ofDays(4);

  private News() {}

  /** Whether subscribers are told of what an article says. */
  static boolean isNews(Extraction extraction) {
    return !isLate(extraction.article());
  }

  /** Whether an article was old when it was fetched. One without a date is taken for news. */
  static boolean isLate(Article article) {
    return article.publishedAt() != null
        && article.fetchedAt() != null
        && article.publishedAt().isBefore(article.fetchedAt().minus(LONGEST_AGE));
  }
}
