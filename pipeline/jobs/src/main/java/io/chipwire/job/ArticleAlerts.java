package io.chipwire.job;

import io.chipwire.alert.Alert;
import io.chipwire.article.Article;
import java.util.List;

/**
 * What an article gave rise to.
 *
 * @param articleId the article's
 * @param ordinal of this revision, see {@link Article#ordinal}
 * @param alerts one for each subscription that it meets; may be empty
 */
public record ArticleAlerts(String articleId, long ordinal, List<Alert> alerts) {

  /** Copies the list. */
  public ArticleAlerts {
    alerts = List.copyOf(alerts);
  }
}
