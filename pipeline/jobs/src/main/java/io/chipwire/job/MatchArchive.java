package io.chipwire.job;

import io.chipwire.alert.SubscriptionChange;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.match.PastNews;
import io.chipwire.match.SubscriptionMatcher;
import io.chipwire.store.AlertStore;
import io.chipwire.store.StoreLocation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From what an archive says to the alerts of those who asked, as {@link MatchSubscriptions} does
 * it, but with the subscriptions as they are at the start: an archive is matched once, and a source
 * that has told all of them would not tell them again after a restart. An article from before the
 * day in question gives an empty list, in place of what an earlier revision of it may have given.
 *
 * <p>Owned state: none.
 */
final class MatchArchive extends ProcessFunction<Extraction, ArticleAlerts> {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(MatchArchive.class);

  private final String store;
  private final Instant since;
  private final MatchSubscriptions.Surroundings surroundings;
  private transient @Nullable SubscriptionMatcher matcher;

  /**
   * An operator that reads the subscriptions of a store when it is opened.
   *
   * @param store a file or JDBC URL, see {@link StoreLocation#of}
   * @param since only articles that were published since then are matched
   */
  MatchArchive(String store, Instant since, MatchSubscriptions.Surroundings surroundings) {
    this.store = store;
    this.since = since;
    this.surroundings = surroundings;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    SubscriptionMatcher opened = new SubscriptionMatcher(surroundings.names());
    matcher = opened;
    List<SubscriptionChange> all =
        AlertStore.open(
                StoreLocation.of(store), Clock.systemUTC(), () -> UUID.randomUUID().toString())
            .subscriptions()
            .changedAfter(0);
    opened.apply(all);
    opened
        .broken()
        .forEach((id, why) -> LOG.warn("subscription {} cannot be matched: {}", id, why));
  }

  @Override
  public void processElement(Extraction extraction, Context context, Collector<ArticleAlerts> out)
      throws Exception {
    SubscriptionMatcher open = matcher;
    if (open == null) {
      throw new IllegalStateException("article before open");
    }
    Article article = extraction.article();
    Instant now = surroundings.clock().get();
    out.collect(
        new ArticleAlerts(
            article.id(),
            article.ordinal(),
            PastNews.isSince(article, since)
                ? open.match(extraction, now, PastNews.time(article))
                : List.of()));
  }

  @Override
  public void close() throws Exception {
    if (matcher != null) {
      matcher.close();
    }
  }
}
