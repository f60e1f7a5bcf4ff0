package io.chipwire.store.flink;

import io.chipwire.alert.Subscription;
import io.chipwire.alert.SubscriptionChange;
import io.chipwire.store.StoreException;
import io.chipwire.store.Subscriptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a store for changes, again and again. */
final class SubscriptionReader implements SourceReader<SubscriptionChange, WholeStore> {

  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionReader.class);

  private final StoreAddress address;
  private final long pollMillis;
  private @Nullable Subscriptions subscriptions;
  private long revision;
  private boolean complete;
  private CompletableFuture<Void> next = CompletableFuture.completedFuture(null);

  SubscriptionReader(StoreAddress address, long pollMillis) {
    this.address = address;
    this.pollMillis = pollMillis;
  }

  @Override
  public void start() {
    // opened with the first question, in the task's own thread
  }

  @Override
  public InputStatus pollNext(ReaderOutput<SubscriptionChange> output) {
    if (!next.isDone()) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    try {
      if (subscriptions == null) {
        subscriptions = address.open().subscriptions();
      }
      for (SubscriptionChange change : subscriptions.changedAfter(revision)) {
        output.collect(change);
        Subscription subscription = change.subscription();
        revision = subscription == null ? revision : subscription.revision();
      }
    } catch (StoreException e) {
      if (!complete) {
        throw e;
      }
      LOG.warn("{}; asked again in {} ms", e.getMessage(), pollMillis);
    }
    if (!complete) {
      complete = true;
      output.collect(SubscriptionChange.ALL_READ);
    }
    next =
        CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(pollMillis, TimeUnit.MILLISECONDS));
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<WholeStore> snapshotState(long checkpointId) {
    return List.of();
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return next;
  }

  @Override
  public void addSplits(List<WholeStore> splits) {
    // none are handed out
  }

  @Override
  public void notifyNoMoreSplits() {
    // there never were any
  }

  @Override
  public void close() {
    // no connection is kept
  }
}
