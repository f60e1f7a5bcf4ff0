package io.chipwire.web;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows one source: when to look next, and what of it is new.
 *
 * <p>Lifecycle, again and again: when {@link #due} has come, {@link Look#at look} with {@link
 * #request}, hand the look to {@link #take}, and fetch the findings with {@link #next} to the end.
 * {@link #state} may be asked for at any point; whoever goes on from it gets every finding that was
 * not handed out, and none that was.
 *
 * <p>The interval halves with each look that brings something new and grows by half with each that
 * does not, between the source's bounds; each failure in a row doubles it. Of an index of sitemaps
 * or a feed of filings one further document is read a look. A source that had news and has none for
 * far longer than usual is reported as silent, once.
 *
 * <p>Owned state: a {@link WatchState}. Not safe for use by several threads.
 */
public final class Watch {

  /** Between two further documents, where the site does not ask for more. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Further documents that are read of one source, the latest first. */
  private static final int MAX_BACKLOG = 200;

  /** How often a filing is asked for that its archive refuses. */
  private static final int STRIKES = 3;

  /** Filings in a row that cannot be had, after which an archive is taken to refuse us for now. */
  private static final int REFUSALS = 5;

  private final WatchedSource source;
  private final SeenLinks seen;
  private final Deque<Finding> findings = new ArrayDeque<>();
  private WatchState settled;
  private Rhythm rhythm;
  private @Nullable WatchState after;

  /** Goes on from a state. */
  public Watch(WatchedSource source, WatchState state) {
    this.source = source;
    this.seen = new SeenLinks(state.seen());
    this.settled = with(state, Map.of());
    this.rhythm = state.rhythm();
  }

  /** What is watched. */
  public WatchedSource source() {
    return source;
  }

  /** When to look next. */
  public Instant due() {
    return settled.due();
  }

  /** What to ask for then. */
  public FetchRequest request() {
    if (settled.backlog().isEmpty()) {
      return new FetchRequest(address(source.url()), settled.validators(), 0);
    }
    return FetchRequest.of(address(settled.backlog().getFirst().url()));
  }

  private static URI address(String url) {
    return WebAddress.parse(url, null).orElseThrow();
  }

  /** Takes in what a look brought; all findings of the one before must have been fetched. */
  public void take(Look look, Instant now) {
    if (!findings.isEmpty()) {
      throw new IllegalStateException("findings of the last look are left");
    }
    rhythm = settled.rhythm();
    LinkDocument document = look.document();
    if (document != null) {
      after = read((FetchOutcome.Fetched) look.outcome(), document, look.pause(), now);
    } else if (look.outcome() instanceof FetchOutcome.NotModified) {
      after = quiet(settled.validators(), now);
    } else {
      after = failed(look, now);
    }
    settleIfDone();
  }

  /** The next finding, or null if there is none left. */
  public @Nullable Finding next() {
    Finding finding = findings.poll();
    if (finding != null && finding.link() != null) {
      seen.mark(finding.link().url(), finding.link().version());
    }
    settleIfDone();
    return finding;
  }

  private void settleIfDone() {
    if (findings.isEmpty() && after != null) {
      settled = after;
      after = null;
    }
  }

  /** What to go on from later. */
  public WatchState state() {
    return with(settled, seen.versions());
  }

  /** How the source stands after the last look. */
  public Standing standing() {
    WatchState now = after == null ? settled : after;
    Instant lastNews = now.rhythm().lastNews();
    if (now.failures() > 0) {
      return new Standing(Standing.Condition.FAILING, lastNews, now.trouble());
    }
    return now.rhythm().silent()
        ? new Standing(Standing.Condition.SILENT, lastNews, "nothing new since " + lastNews)
        : new Standing(Standing.Condition.FINE, lastNews, null);
  }

  private static WatchState with(WatchState state, Map<Long, Long> seen) {
    return new WatchState(
        state.validators(),
        state.due(),
        state.interval(),
        state.failures(),
        state.trouble(),
        state.backlog(),
        seen,
        state.rhythm());
  }

  private WatchState fine(
      Validators validators, Instant due, Duration interval, List<FurtherDocument> backlog) {
    return new WatchState(validators, due, interval, 0, null, backlog, Map.of(), rhythm);
  }

  private WatchState read(
      FetchOutcome.Fetched fetched, LinkDocument document, Duration pause, Instant now) {
    Instant oldest = source.maxAge() == null ? Instant.MIN : now.minus(source.maxAge());
    List<FurtherDocument> backlog = new ArrayList<>(settled.backlog());
    FurtherDocument further = backlog.isEmpty() ? null : backlog.removeFirst();
    for (WebLink found : document.links()) {
      WebLink link = further == null ? found : further.tellOf(found);
      if (!age(link).isBefore(oldest) && !seen.knows(link.url(), link.version())) {
        findings.add(Finding.of(link));
      }
    }
    if (!findings.isEmpty()) {
      rhythm = rhythm.heard(now);
    }
    Duration interval = settled.interval();
    Validators validators = settled.validators();
    if (further == null) {
      List<FurtherDocument> unread = unread(document.further(), oldest);
      backlog.addAll(unread.subList(0, Math.min(MAX_BACKLOG, unread.size())));
      // What did not fit is asked for with the next look, though nothing may have changed.
      validators = unread.size() > MAX_BACKLOG ? Validators.NONE : fetched.validators();
      interval = listsFilings() && !backlog.isEmpty() ? bounded(interval.dividedBy(2)) : interval;
    } else { // an index in an index is against the protocol, and might be a circle
      seen.mark(further.key(), further.version());
    }
    if (!backlog.isEmpty()) {
      Duration wait = pause.compareTo(PAUSE) > 0 ? pause : PAUSE;
      return fine(validators, now.plus(wait), interval, backlog);
    }
    if (further != null && listsFilings()) {
      return fine(validators, now.plus(interval), interval, backlog);
    }
    if (findings.isEmpty()) {
      return quiet(validators, now);
    }
    interval = bounded(interval.dividedBy(2));
    return fine(validators, now.plus(interval), interval, backlog);
  }

  /**
   * What such a feed lists anew is news, whatever is in it; a sitemap may only have been touched.
   */
  private boolean listsFilings() {
    return source.kind() == SourceKind.FILINGS;
  }

  private static Instant age(WebLink link) {
    Instant changed = link.changed() == null ? link.published() : link.changed();
    return changed == null ? Instant.MAX : changed;
  }

  private List<FurtherDocument> unread(List<FurtherDocument> further, Instant oldest) {
    return further.stream()
        .filter(document -> document.time() == null || !document.time().isBefore(oldest))
        .filter(
            document ->
                document.time() == null && !listsFilings()
                    || !seen.knows(document.key(), document.version()))
        .sorted(
            Comparator.comparing(
                FurtherDocument::time, Comparator.nullsLast(Comparator.reverseOrder())))
        .toList();
  }

  /** Nothing new. */
  private WatchState quiet(Validators validators, Instant now) {
    reportSilence(now);
    Duration interval = bounded(settled.interval().multipliedBy(3).dividedBy(2));
    return fine(validators, now.plus(interval), interval, settled.backlog());
  }

  /** A source may be answered with 200 for weeks and have nothing to say: somebody should know. */
  private void reportSilence(Instant now) {
    if (rhythm.isOverdue(now)) {
      findings.add(
          Finding.of(
              rejection(
                  RejectionReason.SILENT,
                  "nothing new since "
                      + rhythm.lastNews()
                      + "; until then it had news every "
                      + rhythm.usual())));
      rhythm = rhythm.reported();
    }
  }

  private WatchState failed(Look look, Instant now) {
    reportSilence(now);
    Rejection rejection = rejection(look);
    String trouble = rejection.reason() + ": " + rejection.message();
    if (!trouble.equals(settled.trouble())) {
      findings.add(Finding.of(rejection));
    }
    int failures = settled.failures() + 1;
    boolean further = !settled.backlog().isEmpty();
    if (further && !(listsFilings() && failures >= REFUSALS)) {
      // One bad document must not keep the others from being read; it is asked for again with the
      // whole index. A site that asks for a pause gets it.
      FurtherDocument bad = settled.backlog().getFirst();
      List<FurtherDocument> rest = settled.backlog().subList(1, settled.backlog().size());
      if (listsFilings()) {
        strike(bad, look);
      }
      return new WatchState(
          Validators.NONE,
          notBefore(look, now.plus(rest.isEmpty() ? settled.interval() : PAUSE)),
          settled.interval(),
          failures,
          trouble,
          rest,
          Map.of(),
          rhythm);
    }
    Duration interval = bounded(settled.interval().multipliedBy(2));
    Instant due = notBefore(look, now.plus(interval));
    Validators validators = further ? Validators.NONE : settled.validators();
    return new WatchState(
        validators, due, interval, failures, trouble, List.of(), Map.of(), rhythm);
  }

  /** A list keeps a filing for years: one that cannot be had or read is let go at some point. */
  private void strike(FurtherDocument bad, Look look) {
    if (look.outcome() instanceof FetchOutcome.Retry) {
      return;
    }
    boolean mayBeHadLater =
        look.outcome() instanceof FetchOutcome.Failed failed
            && failed.reason() == FetchFailure.STATUS;
    for (int strike = 1; mayBeHadLater && strike < STRIKES; strike++) {
      String key = bad.key() + " struck " + strike;
      if (!seen.knows(key, 0)) {
        seen.mark(key, 0);
        return;
      }
    }
    seen.mark(bad.key(), bad.version());
  }

  private static Instant notBefore(Look look, Instant due) {
    return look.outcome() instanceof FetchOutcome.Retry retry && retry.at().isAfter(due)
        ? retry.at()
        : due;
  }

  private Rejection rejection(Look look) {
    if (look.unreadable() != null) {
      return rejection(RejectionReason.MALFORMED, look.unreadable());
    }
    return switch (look.outcome()) {
      case FetchOutcome.Disallowed disallowed ->
          rejection(RejectionReason.DISALLOWED, disallowed.message());
      case FetchOutcome.Failed failed -> rejection(failed.reason().rejection(), failed.message());
      case FetchOutcome.Retry retry -> rejection(retry.reason().rejection(), retry.message());
      case FetchOutcome.Fetched fetched ->
          throw new IllegalStateException("read: " + fetched.uri());
      case FetchOutcome.NotModified same -> throw new IllegalStateException("nothing failed");
    };
  }

  private Rejection rejection(RejectionReason reason, String message) {
    return new Rejection(
        Rejection.Stage.WATCH,
        reason,
        source.url(),
        "source " + source.name() + ": " + message,
        "");
  }

  private Duration bounded(Duration interval) {
    Duration least = Objects.requireNonNull(source.minPoll());
    return interval.compareTo(least) < 0
        ? least
        : interval.compareTo(source.maxPoll()) > 0 ? source.maxPoll() : interval;
  }
}
