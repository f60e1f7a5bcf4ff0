package io.chipwire.web;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Gets documents over HTTP, as its {@link FetchPolicy} says. Each hop of a redirect is checked like
 * the first: robots.txt and address.
 *
 * <p>Owned state: a cache of robots.txt, open connections. The pace between two requests is the
 * caller's. Safe for use by several threads.
 */
public final class HttpFetcher implements Fetcher {

  private final FetchPolicy policy;
  private final Clock clock;
  private final Exchange exchange;
  private final Robots robots;

  /** A fetcher with the system's clock and names. */
  public HttpFetcher(FetchPolicy policy) {
    this(policy, Clock.systemUTC(), NameResolver.SYSTEM);
  }

  /** A fetcher with its own clock, for dates and caches, and its own names. */
  public HttpFetcher(FetchPolicy policy, Clock clock, NameResolver resolver) {
    this.policy = policy;
    this.clock = clock;
    this.exchange = new Exchange(policy, resolver);
    this.robots = new Robots(exchange, policy, clock);
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    try {
      return follow(request);
    } catch (FetchException e) {
      return e.passing()
          ? later(request, Optional.empty(), e.reason(), String.valueOf(e.getMessage()))
          : new FetchOutcome.Failed(e.reason(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new FetchOutcome.Failed(
          FetchFailure.INTERNAL, request.uri() + ": fetching failed: " + e);
    }
  }

  private FetchOutcome follow(FetchRequest request) throws FetchException {
    long end = System.nanoTime() + policy.timeout().toNanos();
    Set<URI> seen = new HashSet<>();
    URI uri = request.uri();
    while (true) {
      if (!seen.add(uri) || seen.size() > policy.maxRedirects() + 1) {
        throw new FetchException(
            FetchFailure.REDIRECT,
            false,
            request.uri()
                + ": redirects in a circle or more than "
                + policy.maxRedirects()
                + " times");
      }
      long asked = System.nanoTime();
      Robots.Rules rules = robots.of(uri);
      end += System.nanoTime() - asked; // has its own limit
      FetchException unavailable = rules.unavailable();
      if (unavailable != null) {
        return withoutRobots(request, rules, unavailable);
      }
      if (!rules.allows(uri)) {
        return new FetchOutcome.Disallowed(uri + ": disallowed by the site's robots.txt");
      }
      Duration left = Duration.ofNanos(end - System.nanoTime());
      Reply reply = exchange.get(uri, request.validators(), policy.maxBytes(), left);
      if (!Redirects.isRedirect(reply.status())) {
        return outcome(request, uri, reply);
      }
      uri = Redirects.target(reply, uri);
    }
  }

  private FetchOutcome withoutRobots(FetchRequest request, Robots.Rules rules, FetchException why)
      throws FetchException {
    if (why.reason() == FetchFailure.FORBIDDEN_ADDRESS) {
      throw new FetchException(why.reason(), false, request.uri() + ": " + why.getMessage());
    }
    String message = request.uri() + ": nothing may be asked, no robots.txt: " + why.getMessage();
    FetchOutcome outcome =
        later(request, Optional.of(rules.until()), FetchFailure.ROBOTS_UNAVAILABLE, message);
    return outcome instanceof FetchOutcome.Retry ? outcome : new FetchOutcome.Disallowed(message);
  }

  private FetchOutcome outcome(FetchRequest request, URI uri, Reply reply) throws FetchException {
    return switch (reply.status()) {
      case 200, 203 -> fetched(uri, reply);
      case 304 ->
          request.validators().isEmpty() ? status(uri, reply) : new FetchOutcome.NotModified();
      case 408, 425, 429, 500, 502, 503, 504 -> {
        Instant now = clock.instant();
        Optional<Instant> wish =
            reply.header("Retry-After").flatMap(value -> RetryAfter.read(value, now));
        yield later(request, wish, failure(reply), uri + ": status " + reply.status());
      }
      default -> status(uri, reply);
    };
  }

  private static FetchOutcome status(URI uri, Reply reply) {
    return new FetchOutcome.Failed(
        failure(reply), uri + ": status " + reply.status() + ", expected 200");
  }

  private static FetchFailure failure(Reply reply) {
    return reply.status() < 500 ? FetchFailure.STATUS : FetchFailure.SERVER_STATUS;
  }

  private FetchOutcome fetched(URI uri, Reply reply) throws FetchException {
    Reply.Decoded decoded;
    try {
      if (reply.cut()) {
        throw tooLarge(uri);
      }
      decoded = reply.decoded(policy.maxBytes());
    } catch (IOException e) {
      throw new FetchException(
          FetchFailure.MALFORMED, false, uri + ": broken body: " + e.getMessage());
    }
    if (decoded.cut()) {
      throw tooLarge(uri);
    }
    return new FetchOutcome.Fetched(
        uri,
        reply.mediaType(),
        reply.charset(),
        decoded.bytes(),
        reply.validators(),
        clock.instant(),
        OptOut.saidBy(reply));
  }

  private FetchException tooLarge(URI uri) {
    return new FetchException(
        FetchFailure.TOO_LARGE, false, uri + ": longer than " + policy.maxBytes() + " bytes");
  }

  /** Another try, as late as the server or our patience says; or none, after the last. */
  private FetchOutcome later(
      FetchRequest request, Optional<Instant> wish, FetchFailure reason, String message) {
    if (request.attempt() + 1 >= policy.maxAttempts()) {
      return new FetchOutcome.Failed(reason, message + "; attempt " + (request.attempt() + 1));
    }
    Instant now = clock.instant();
    Instant ours = now.plus(policy.backoff(request.attempt()));
    Instant latest = now.plus(policy.longestBackoff());
    Instant at = wish.filter(ours::isBefore).orElse(ours);
    return new FetchOutcome.Retry(at.isBefore(latest) ? at : latest, reason, message);
  }

  @Override
  public Optional<Duration> crawlDelay(URI uri) {
    return robots.crawlDelay(uri);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
