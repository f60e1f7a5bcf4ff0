package io.chipwire.job;

import io.chipwire.alert.SubscriptionChange;
import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.match.SubscriptionMatcher;
import io.chipwire.query.NameResolver;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From what articles say to the alerts of those who asked; an article that nobody asked for gives
 * an empty list. Subscriptions come from beside; each subtask has all of them and matches its own
 * articles.
 *
 * <p>Until all subscriptions are read, articles wait: none is missed at a start. The matcher is
 * built anew at each start, from what the source tells, and never kept in a checkpoint.
 *
 * <p>Owned state: the articles that wait, at most {@value #MOST_WAITING}. Metrics: {@code
 * subscriptions}, {@code brokenSubscriptions}, {@code failedMatches}, {@code queriesRun}.
 */
public final class MatchSubscriptions
    extends BroadcastProcessFunction<Extraction, SubscriptionChange, ArticleAlerts>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(MatchSubscriptions.class);

  static final int MOST_WAITING = 10_000;

  private final Surroundings surroundings;
  private transient @Nullable SubscriptionMatcher matcher;
  private transient List<SubscriptionChange> changes;
  private transient List<Extraction> waiting;
  private transient ListState<Extraction> waitingState;
  private transient boolean complete;

  /** What a subtask needs of the process it runs in. */
  public interface Surroundings extends Serializable {

    /** The names by which queries were stored. */
    NameResolver names();

    /** Tells the time. */
    Supplier<Instant> clock();
  }

  /** An operator in the given surroundings. */
  @SuppressWarnings("NullAway.Init") // Flink calls initializeState first
  MatchSubscriptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    changes = new ArrayList<>();
    waiting = new ArrayList<>();
    waitingState =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("waiting", TypeInformation.of(Extraction.class)));
    waitingState.get().forEach(waiting::add);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    SubscriptionMatcher opened = new SubscriptionMatcher(surroundings.names());
    matcher = opened;
    getRuntimeContext().getMetricGroup().gauge("subscriptions", opened::size);
    getRuntimeContext().getMetricGroup().gauge("brokenSubscriptions", () -> opened.broken().size());
    getRuntimeContext().getMetricGroup().gauge("failedMatches", opened::failures);
    getRuntimeContext().getMetricGroup().gauge("queriesRun", opened::queriesRun);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    waitingState.update(waiting);
  }

  @Override
  public void processElement(
      Extraction extraction, ReadOnlyContext context, Collector<ArticleAlerts> out)
      throws Exception {
    if (complete) {
      match(extraction, out);
      return;
    }
    if (waiting.size() == MOST_WAITING) {
      throw new IllegalStateException(
          "subscriptions could not be read while " + MOST_WAITING + " articles arrived");
    }
    waiting.add(extraction);
  }

  @Override
  public void processBroadcastElement(
      SubscriptionChange change, Context context, Collector<ArticleAlerts> out) throws Exception {
    changes.add(change);
    if (change.complete() && !complete) {
      complete = true;
      for (Extraction extraction : waiting) {
        match(extraction, out);
      }
      waiting.clear();
    }
  }

  private void match(Extraction extraction, Collector<ArticleAlerts> out) throws IOException {
    SubscriptionMatcher open = matcher;
    if (open == null) {
      throw new IllegalStateException("article before open");
    }
    if (!changes.isEmpty()) {
      open.apply(changes);
      changes.clear();
      open.broken()
          .forEach((id, why) -> LOG.warn("subscription {} cannot be matched: {}", id, why));
    }
    Instant now = surroundings.clock().get();
    Article article = extraction.article();
    out.collect(
        new ArticleAlerts(article.id(), article.ordinal(), open.match(extraction, now, now)));
  }

  @Override
  public void close() throws Exception {
    if (matcher != null) {
      matcher.close();
    }
  }
}
