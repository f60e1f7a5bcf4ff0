package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.match.PastNews;
import java.time.Instant;

/** What time an alert is judged by. */
enum AlertTime {
  /** When it is matched: for what comes in now. */
  NOW {
    @Override
    Instant of(Article article, Instant now) {
      return now;
    }
  },
  /** When its article would have come in: for archives. */
  PUBLICATION {
    @Override
    Instant of(Article article, Instant now) {
      return PastNews.time(article);
    }
  };

  abstract Instant of(Article article, Instant now);
}
