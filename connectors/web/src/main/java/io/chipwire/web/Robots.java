package io.chipwire.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt of the sites asked lately (RFC 9309). One that is not there (4xx) allows
 * everything; one that cannot be had (5xx, 429, no answer) forbids everything, for a while.
 *
 * <p>Owned state: a cache of at most {@value #MAX_ORIGINS} sites. Safe for use by several threads.
 */
final class Robots {

  /** RFC 9309, 2.5: at least 500 kibibytes are to be parsed; we stop there. */
  private static final int MAX_BYTES = 500 << 10;

  /** RFC 9309, 2.3.1.2: at least five are to be followed. */
  private static final int MAX_REDIRECTS = 5;

  private static final int MAX_ORIGINS = 10_000;

  /** How long a site whose robots.txt could not be had is left alone. */
  private static final Duration UNAVAILABLE_TTL = Duration.ofMinutes(10);

  /**
   * What a site's robots.txt says.
   *
   * @param rules to ask
   * @param unavailable why it could not be had; null if it could, or is not there
   * @param until how long this holds
   */
  record Rules(BaseRobotRules rules, @Nullable FetchException unavailable, Instant until) {

    boolean allows(URI uri) {
      return rules.isAllowed(uri.toString());
    }
  }

  private final Exchange exchange;
  private final FetchPolicy policy;
  private final Clock clock;
  private final Map<String, Rules> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
          return size() > MAX_ORIGINS;
        }
      };

  Robots(Exchange exchange, FetchPolicy policy, Clock clock) {
    this.exchange = exchange;
    this.policy = policy;
    this.clock = clock;
  }

  /** The rules for a site, asked for if they are not known or too old. */
  Rules of(URI uri) {
    String origin = WebAddress.origin(uri);
    Rules known = known(origin);
    if (known == null) {
      known = ask(uri.resolve("/robots.txt"));
      synchronized (cache) {
        cache.put(origin, known);
      }
    }
    return known;
  }

  /** The pause that the site asks for, if its rules are known. */
  Optional<Duration> crawlDelay(URI uri) {
    Rules known = known(WebAddress.origin(uri));
    long millis = known == null ? 0 : known.rules.getCrawlDelay();
    return millis <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
  }

  private @Nullable Rules known(String origin) {
    synchronized (cache) {
      Rules rules = cache.get(origin);
      return rules == null || !clock.instant().isBefore(rules.until) ? null : rules;
    }
  }

  private Rules ask(URI robots) {
    long end = System.nanoTime() + policy.timeout().toNanos();
    URI at = robots;
    try {
      for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        Reply reply = exchange.get(at, Validators.NONE, MAX_BYTES, left);
        if (!Redirects.isRedirect(reply.status())) {
          return of(reply, at);
        }
        at = Redirects.target(reply, at);
      }
      return found(RobotRulesMode.ALLOW_ALL); // as RFC 9309 has it: not there
    } catch (FetchException e) {
      return switch (e.reason()) {
        case REDIRECT -> found(RobotRulesMode.ALLOW_ALL);
        default -> unavailable(e);
      };
    }
  }

  private Rules of(Reply reply, URI at) throws FetchException {
    int status = reply.status();
    if (status >= 500 || status == 429) {
      throw new FetchException(FetchFailure.ROBOTS_UNAVAILABLE, true, at + ": status " + status);
    }
    if (status < 200 || status >= 300) {
      return found(RobotRulesMode.ALLOW_ALL);
    }
    byte[] body;
    try {
      body = reply.decoded(MAX_BYTES).bytes();
    } catch (IOException e) {
      throw new FetchException(FetchFailure.ROBOTS_UNAVAILABLE, true, at + ": " + e.getMessage());
    }
    BaseRobotRules rules =
        new SimpleRobotRulesParser()
            .parseContent(at.toString(), body, "text/plain", List.of(FetchPolicy.PRODUCT));
    return new Rules(rules, null, clock.instant().plus(policy.robotsTtl()));
  }

  private Rules found(RobotRulesMode mode) {
    return new Rules(new SimpleRobotRules(mode), null, clock.instant().plus(policy.robotsTtl()));
  }

  private Rules unavailable(FetchException why) {
    return new Rules(
        new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
        why,
        clock.instant().plus(UNAVAILABLE_TTL));
  }
}
