package io.chipwire.match;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.extraction.Extraction;
import io.chipwire.query.NameResolver;
import io.chipwire.query.Query;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.search.StoredMatch;
import io.chipwire.search.StoredMatches;
import io.chipwire.search.StoredQueries;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriptions and the articles that meet them. To be closed. Not safe for use by several
 * threads.
 *
 * <p>A subscription whose query cannot be read (it could when it was stored, but names and fields
 * change) meets nothing; {@link #broken} says which and why. One that fails on an article is logged
 * the first time, and counted. Others go on.
 */
public final class SubscriptionMatcher implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionMatcher.class);

  private final NameResolver names;
  private final StoredQueries stored = new StoredQueries();
  private final Map<String, Subscription> subscriptions = new HashMap<>();
  private final Map<String, Query> queries = new HashMap<>();
  private final Map<String, String> broken = new TreeMap<>();
  private final Set<String> failed = new HashSet<>();
  private long failures;
  private long queriesRun;

  /**
   * A matcher without subscriptions.
   *
   * @param names the same as when the queries were stored
   */
  public SubscriptionMatcher(NameResolver names) throws IOException {
    this.names = names;
  }

  /**
   * Refuses a subscription that would meet nothing.
   *
   * @throws QuerySyntaxException if its query cannot be read
   */
  static void requireReadable(Subscription subscription, NameResolver names)
      throws QuerySyntaxException {
    QueryLanguage.parse(subscription.query(), names);
  }

  /**
   * Why a query is not to be stored, for people; empty if it may be. It has to ask for something
   * that not every article has: a word, a name, a property or a quantity, outside of a negation;
   * others are checked against every article, and would tell of nearly all. And only facts are
   * corroborated.
   */
  public static Optional<String> refusal(Query query, Rules rules) {
    if (!StoredQueries.isSelective(query)) {
      return Optional.of(
          "would tell of nearly every article; expected a word, a name, a property or a quantity that"
              + " is not negated");
    }
    if (rules.minimumCorroboration() > 1 && !AlertDraft.asksForFacts(query)) {
      return Optional.of(
          "asks for no fact that "
              + rules.minimumCorroboration()
              + " outlets could state; expected a condition such as metric:, value: or kind:");
    }
    return Optional.empty();
  }

  /** Takes over changes, in their order; many at once cost far less than one by one. */
  public void apply(Collection<SubscriptionChange> changes) throws IOException {
    Map<String, Query> put = new HashMap<>();
    List<String> gone = new ArrayList<>();
    for (SubscriptionChange change : changes) {
      Subscription subscription = change.subscription();
      if (subscription == null) {
        continue;
      }
      String id = subscription.id();
      forget(id);
      put.remove(id);
      gone.add(id);
      if (!change.removed()) {
        try {
          Query query = QueryLanguage.parse(subscription.query(), names);
          subscriptions.put(id, subscription);
          queries.put(id, query);
          put.put(id, query);
          gone.remove(id);
        } catch (QuerySyntaxException e) {
          broken.put(id, e.getMessage());
        }
      }
    }
    stored.remove(gone);
    if (!put.isEmpty()) {
      stored.put(put);
    }
  }

  private void forget(String id) {
    subscriptions.remove(id);
    queries.remove(id);
    broken.remove(id);
    failed.remove(id);
  }

  /**
   * The alerts of an article, one for each subscription that it meets.
   *
   * @param extractedAt when the article's facts were at hand
   * @param alertedAt the time to judge by
   */
  public List<Alert> match(Extraction extraction, Instant extractedAt, Instant alertedAt)
      throws IOException {
    StoredMatches found = stored.match(extraction);
    failures += found.failures().size();
    found
        .failures()
        .forEach(
            (id, why) -> {
              if (failed.add(id)) {
                LOG.warn("subscription {} failed on {}: {}", id, extraction.article().id(), why);
              }
            });
    queriesRun += found.queriesRun();
    String story = found.matches().isEmpty() ? null : AlertDraft.story(extraction.article());
    List<Alert> alerts = new ArrayList<>();
    for (StoredMatch match : found.matches()) {
      Subscription subscription = subscriptions.get(match.id());
      Query query = queries.get(match.id());
      if (subscription != null && query != null) {
        alerts.add(
            new AlertDraft(extraction, story, subscription, query, match)
                .alert(extractedAt, alertedAt));
      }
    }
    return alerts;
  }

  /** How many subscriptions are matched. */
  public int size() {
    return subscriptions.size();
  }

  /** By subscription id: why its query cannot be read. */
  public Map<String, String> broken() {
    return Map.copyOf(broken);
  }

  /** How often a query failed when it was run. */
  public long failures() {
    return failures;
  }

  /** How many queries were run on articles in all. */
  public long queriesRun() {
    return queriesRun;
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
