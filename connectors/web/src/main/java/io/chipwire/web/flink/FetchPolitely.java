package io.chipwire.web.flink;

import io.chipwire.article.Intake;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.web.FetchFailure;
import io.chipwire.web.FetchOutcome;
import io.chipwire.web.FetchRequest;
import io.chipwire.web.Fetcher;
import io.chipwire.web.Fingerprint64;
import io.chipwire.web.Validators;
import io.chipwire.web.WebAddress;
import io.chipwire.web.WebLink;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Fetches links, keyed by {@link WebAddress#origin}: of one host one at a time, with a pause after
 * each, in order, those to be tried again when their time has come. See the package for why this is
 * one operator.
 *
 * <p>Owned state, by host: {@link HostPace}, the links that wait, the links to be tried again; all
 * cleared by a timer when the host has rested and nothing waits. What a server gave with a page is
 * remembered for a while after it was last asked for, so that a page that only its feed calls
 * changed is not sent again. Requests run in threads of this subtask; everything else in the task's
 * thread.
 */
public final class FetchPolitely extends KeyedProcessFunction<String, WebLink, Intake> {

  private static final long serialVersionUID = 1;

  /** How long a finished request may lie until it is seen. */
  private static final long LOOK_MILLIS = 20;

  /** Links of one host that may wait; further ones are refused. */
  private static final long MAX_WAITING = 100_000;

  private record Answer(FetchOutcome outcome, Duration pause, Duration took) {}

  private final FetcherFactory fetchers;
  private final Duration pace;
  private final Duration memory;
  private final Set<String> free;
  private transient Fetcher fetcher;
  private transient ExecutorService threads;
  private transient Map<String, CompletableFuture<Answer>> requests;
  private transient ValueState<HostPace> paces;
  private transient MapState<Long, PendingLink> queue;
  private transient MapState<Long, PendingLink> retries;
  private transient MapState<Long, Validators> known;
  private transient FetchSigns signs;

  /**
   * An operator that keeps a pace.
   *
   * @param pace the least time between the end of a request and the next one to the same host; a
   *     site's Crawl-delay may make it longer
   * @param memory how long after it was fetched last the version of a page is known
   * @param free names of the sources whose pages may be used whatever they say of machines
   */
  @SuppressWarnings("NullAway.Init") // Flink calls open first
  public FetchPolitely(FetcherFactory fetchers, Duration pace, Duration memory, Set<String> free) {
    this.fetchers = fetchers;
    this.pace = pace;
    this.memory = memory;
    this.free = Set.copyOf(free);
  }

  @Override
  public void open(OpenContext context) {
    fetcher = fetchers.open();
    threads = FetchThreads.named("fetch");
    requests = new ConcurrentHashMap<>();
    signs = new FetchSigns(getRuntimeContext().getMetricGroup(), requests::size);
    TypeInformation<PendingLink> link = TypeInformation.of(PendingLink.class);
    paces =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("pace", TypeInformation.of(HostPace.class)));
    queue = getRuntimeContext().getMapState(new MapStateDescriptor<>("queue", Types.LONG, link));
    retries =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("retries", Types.LONG, link));
    MapStateDescriptor<Long, Validators> validators =
        new MapStateDescriptor<>("validators", Types.LONG, TypeInformation.of(Validators.class));
    validators.enableTimeToLive(
        StateTtlConfig.newBuilder(memory)
            .cleanupFullSnapshot()
            .cleanupIncrementally(10, false)
            .build());
    known = getRuntimeContext().getMapState(validators);
  }

  @Override
  public void processElement(WebLink link, Context context, Collector<Intake> out)
      throws Exception {
    HostPace known = pace();
    if (known.waiting() >= MAX_WAITING) {
      String message = MAX_WAITING + " links of its host wait already";
      out.collect(refused(link, RejectionReason.OVERLOADED, link.url() + ": " + message));
      return;
    }
    queue.put(known.end(), new PendingLink(link, 0, 0));
    if (known.isIdle()) {
      advance(known.withOneMore(), context, out);
    } else {
      paces.update(known.withOneMore()); // a timer is set
      signs.waiting(context.getCurrentKey(), known.withOneMore().waiting());
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Intake> out)
      throws Exception {
    advance(pace(), context, out);
  }

  private HostPace pace() throws Exception {
    HostPace known = paces.value();
    return known == null ? HostPace.IDLE : known;
  }

  /** Does what can be done now, and sets a timer for the rest. */
  private void advance(HostPace known, Context context, Collector<Intake> out) throws Exception {
    String host = context.getCurrentKey();
    long now = context.timerService().currentProcessingTime();
    HostPace next = known;
    if (next.atHand() != null) {
      CompletableFuture<Answer> request = request(host, next.atHand());
      if (request.isDone()) {
        requests.remove(host);
        next = finish(next, next.atHand(), request.join(), now, out);
      }
    }
    if (next.atHand() == null && now >= next.nextAllowed()) {
      next = begin(next, now);
      if (next.atHand() != null) {
        request(host, next.atHand());
      }
    }
    signs.waiting(host, next.waiting());
    long wake = wake(next, now);
    if (wake <= now) {
      paces.clear();
      return;
    }
    paces.update(next);
    context.timerService().registerProcessingTimeTimer(wake);
  }

  /** When to look again; not in the future if there is nothing left to do. */
  private long wake(HostPace next, long now) throws Exception {
    if (next.atHand() != null) {
      return now + LOOK_MILLIS;
    }
    if (next.first() < next.end()) {
      return Math.max(next.nextAllowed(), now + 1);
    }
    if (next.retries() > 0) {
      long earliest = Long.MAX_VALUE;
      for (PendingLink link : retries.values()) {
        earliest = Math.min(earliest, link.notBefore());
      }
      return Math.max(Math.max(earliest, next.nextAllowed()), now + 1);
    }
    return next.nextAllowed();
  }

  /** The request at hand; made again if it was under way at a checkpoint that this run began at. */
  private CompletableFuture<Answer> request(String host, PendingLink pending) throws Exception {
    CompletableFuture<Answer> present = requests.get(host);
    if (present != null) {
      return present;
    }
    // What was refused though it came is wanted whole, not as "not modified".
    Validators version = pending.link().wanted() ? null : known.get(key(pending.link()));
    CompletableFuture<Answer> asked =
        CompletableFuture.supplyAsync(
            () -> ask(pending, version == null ? Validators.NONE : version), threads);
    requests.put(host, asked);
    return asked;
  }

  private static long key(WebLink link) {
    return Fingerprint64.of(link.url());
  }

  private Answer ask(PendingLink pending, Validators version) {
    long start = System.nanoTime();
    String url = pending.link().url();
    Duration pause = Duration.ZERO;
    FetchOutcome outcome;
    try {
      Optional<URI> uri = WebAddress.parse(url, null);
      if (uri.isPresent()) {
        outcome = fetcher.fetch(new FetchRequest(uri.get(), version, pending.attempt()));
        pause = fetcher.crawlDelay(uri.get()).orElse(pause);
      } else {
        String message = "address \"" + url + "\": expected an http or https address";
        outcome = new FetchOutcome.Failed(FetchFailure.INVALID_ADDRESS, message);
      }
    } catch (RuntimeException e) {
      outcome = new FetchOutcome.Failed(FetchFailure.INTERNAL, url + ": fetching failed: " + e);
    }
    return new Answer(outcome, pause, Duration.ofNanos(System.nanoTime() - start));
  }

  private HostPace begin(HostPace known, long now) throws Exception {
    if (known.retries() > 0) {
      for (Map.Entry<Long, PendingLink> retry : retries.entries()) {
        if (retry.getValue().notBefore() <= now) {
          PendingLink link = retry.getValue();
          retries.remove(retry.getKey());
          return known.askingAgain(link);
        }
      }
    }
    if (known.first() == known.end()) {
      return known;
    }
    PendingLink link = queue.get(known.first());
    queue.remove(known.first());
    return known.askingFirst(link);
  }

  private HostPace finish(
      HostPace known, PendingLink done, Answer answer, long now, Collector<Intake> out)
      throws Exception {
    WebLink link = done.link();
    Duration pause = answer.pause.compareTo(pace) > 0 ? answer.pause : pace;
    HostPace next = known.restUntil(now + pause.toMillis());
    signs.done(link.source(), answer.outcome, answer.took);
    switch (answer.outcome) {
      case FetchOutcome.Fetched fetched -> {
        remember(link, fetched.validators());
        out.collect(FetchedPage.intake(link, fetched, !free.contains(link.source())));
      }
      case FetchOutcome.NotModified same -> {
        // What the feed calls changed is not; it is counted.
      }
      case FetchOutcome.Disallowed disallowed ->
          out.collect(refused(link, RejectionReason.DISALLOWED, disallowed.message()));
      case FetchOutcome.Failed failed ->
          out.collect(refused(link, failed.reason().rejection(), failed.message()));
      case FetchOutcome.Retry retry -> {
        long at = retry.at().toEpochMilli();
        retries.put(next.tries(), new PendingLink(link, done.attempt() + 1, at));
        next = next.withOneToTryAgain();
      }
    }
    return next;
  }

  private void remember(WebLink link, Validators version) throws Exception {
    if (!version.isEmpty()) {
      known.put(key(link), version);
    } else if (known.contains(key(link))) {
      known.remove(key(link));
    }
  }

  private static Intake refused(WebLink link, RejectionReason reason, String message) {
    return Intake.of(new Rejection(Rejection.Stage.FETCH, reason, link.url(), message, ""));
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
    if (fetcher != null) {
      fetcher.close();
    }
  }
}
