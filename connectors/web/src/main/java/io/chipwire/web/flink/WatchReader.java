package io.chipwire.web.flink;

import io.chipwire.web.FetchFailure;
import io.chipwire.web.FetchOutcome;
import io.chipwire.web.FetchRequest;
import io.chipwire.web.Fetcher;
import io.chipwire.web.Finding;
import io.chipwire.web.Look;
import io.chipwire.web.Watch;
import io.chipwire.web.WatchedSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * Looks at its sources when they are due, in threads of its own, and emits what they bring.
 *
 * <p>Owned state: a {@link Watch} per source; in a checkpoint a {@link WatchSplit} each. A look
 * that is under way at a checkpoint is not part of it, and is made again after a restart.
 *
 * <p>Design constraint: all but the looking runs in the task's thread. Other threads only put looks
 * into the queue and complete {@code available}.
 */
final class WatchReader implements SourceReader<Finding, WatchSplit> {

  private record Looked(String name, Look look) {}

  private final Map<String, WatchedSource> sources;
  private final Fetcher fetcher;
  private final Clock clock;
  private final ExecutorService threads = FetchThreads.named("look");
  private final Map<String, Watch> watches = new LinkedHashMap<>();
  private final Map<String, SourceSigns> signs = new HashMap<>();
  private final MetricGroup metrics;
  private final Set<String> looking = new LinkedHashSet<>();
  private final ConcurrentLinkedQueue<Looked> looked = new ConcurrentLinkedQueue<>();
  private volatile CompletableFuture<Void> available = new CompletableFuture<>();
  private @Nullable Watch emitting;
  private boolean noMoreSplits;

  WatchReader(List<WatchedSource> sources, Fetcher fetcher, Clock clock, MetricGroup metrics) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.metrics = metrics;
    this.sources = new LinkedHashMap<>();
    sources.forEach(source -> this.sources.put(source.name(), source));
  }

  @Override
  public void start() {
    // the enumerator gives each reader its sources when it registers
  }

  @Override
  public void addSplits(List<WatchSplit> splits) {
    for (WatchSplit split : splits) {
      WatchedSource source = sources.get(split.name());
      if (source != null) { // no longer in the configuration otherwise
        Watch watch = new Watch(source, split.state());
        watches.put(split.name(), watch);
        signs.put(split.name(), new SourceSigns(metrics, watch));
      }
    }
    available.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Finding> output) {
    if (available.isDone()) {
      available = new CompletableFuture<>(); // before looking, so that nothing is missed
    }
    Finding finding = next();
    if (finding != null) {
      output.collect(finding);
      return InputStatus.MORE_AVAILABLE;
    }
    if (noMoreSplits && watches.isEmpty()) {
      return InputStatus.END_OF_INPUT;
    }
    wakeAt(startDue());
    return InputStatus.NOTHING_AVAILABLE;
  }

  private @Nullable Finding next() {
    while (true) {
      Finding finding = emitting == null ? null : emitting.next();
      if (finding != null) {
        return finding;
      }
      Looked done = looked.poll();
      if (done == null) {
        emitting = null;
        return null;
      }
      looking.remove(done.name);
      emitting = watches.get(done.name);
      SourceSigns shown = signs.get(done.name);
      if (emitting != null && shown != null) {
        Instant now = clock.instant();
        emitting.take(done.look, now);
        shown.looked(emitting, done.look, now);
      }
    }
  }

  /** Starts the looks that are due; when the next one will be. */
  private @Nullable Instant startDue() {
    Instant now = clock.instant();
    Instant next = null;
    for (Map.Entry<String, Watch> entry : watches.entrySet()) {
      Watch watch = entry.getValue();
      if (looking.contains(entry.getKey())) {
        continue;
      }
      if (!watch.due().isAfter(now)) {
        look(entry.getKey(), watch.source(), watch.request());
      } else if (next == null || watch.due().isBefore(next)) {
        next = watch.due();
      }
    }
    return next;
  }

  private void look(String name, WatchedSource source, FetchRequest request) {
    looking.add(name);
    CompletableFuture.supplyAsync(() -> Look.at(source, request, fetcher), threads)
        .exceptionally(WatchReader::fault)
        .thenAccept(
            look -> {
              looked.add(new Looked(name, look));
              available.complete(null);
            });
  }

  private static Look fault(Throwable e) {
    FetchOutcome outcome = new FetchOutcome.Failed(FetchFailure.INTERNAL, "looking failed: " + e);
    return new Look(outcome, null, null, Duration.ZERO);
  }

  private void wakeAt(@Nullable Instant next) {
    if (next != null) {
      long millis = Math.max(1, Duration.between(clock.instant(), next).toMillis());
      CompletableFuture<Void> waiting = available;
      CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run)
          .execute(() -> waiting.complete(null));
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public List<WatchSplit> snapshotState(long checkpointId) {
    List<WatchSplit> splits = new ArrayList<>();
    watches.forEach((name, watch) -> splits.add(new WatchSplit(name, watch.state())));
    return splits;
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
    available.complete(null);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    fetcher.close();
  }
}
