package io.chipwire.web;

import io.chipwire.address.AddressRange;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How to ask.
 *
 * @param userAgent who we say we are; begins with {@link #PRODUCT} and names a contact
 * @param maxBytes of a document, as sent and decompressed
 * @param connectTimeout to open a connection
 * @param timeout for one document with all its redirects, robots.txt aside
 * @param maxRedirects followed for one document
 * @param maxAttempts at one document
 * @param firstBackoff before the second attempt; four times as long before each further one
 * @param longestBackoff also for what a server asks for
 * @param robotsTtl how long a robots.txt is taken to be the same
 * @param allowed ranges of the private network that may be asked all the same
 */
@SuppressWarnings("serial") // List.copyOf is serializable
public record FetchPolicy(
    String userAgent,
    int maxBytes,
    Duration connectTimeout,
    Duration timeout,
    int maxRedirects,
    int maxAttempts,
    Duration firstBackoff,
    Duration longestBackoff,
    Duration robotsTtl,
    List<AddressRange> allowed)
    implements Serializable {

  /** The product token (RFC 9110, 10.1.5) that a robots.txt may address. */
  public static final String PRODUCT = "chipwire";

  /** Copies the list. */
  public FetchPolicy {
    allowed = List.copyOf(allowed);
  }

  /**
   * The usual policy.
   *
   * @param contact where a site's owner can reach the operator: an e-mail address or a page
   */
  public static FetchPolicy of(String contact) {
    return new FetchPolicy(
        PRODUCT + "/0.1 (+" + contact + ")",
        8 << 20,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        5,
        5,
        Duration.ofSeconds(30),
        Duration.ofHours(6),
        Duration.ofHours(12),
        List.of());
  }

  /** The same with ranges of the private network allowed. */
  public FetchPolicy withAllowed(List<AddressRange> ranges) {
    return new FetchPolicy(
        userAgent,
        maxBytes,
        connectTimeout,
        timeout,
        maxRedirects,
        maxAttempts,
        firstBackoff,
        longestBackoff,
        robotsTtl,
        ranges);
  }

  /** The same with other limits of one document. */
  public FetchPolicy withLimits(int bytes, Duration time) {
    Duration connect = connectTimeout.compareTo(time) < 0 ? connectTimeout : time;
    return new FetchPolicy(
        userAgent,
        bytes,
        connect,
        time,
        maxRedirects,
        maxAttempts,
        firstBackoff,
        longestBackoff,
        robotsTtl,
        allowed);
  }

  /** The same with other attempts. */
  public FetchPolicy withAttempts(int attempts, Duration backoff) {
    return new FetchPolicy(
        userAgent,
        maxBytes,
        connectTimeout,
        timeout,
        maxRedirects,
        attempts,
        backoff,
        longestBackoff,
        robotsTtl,
        allowed);
  }

  /** How long to wait after an attempt, counted from 0. */
  Duration backoff(int attempt) {
    Duration wait = firstBackoff;
    for (int i = 0; i < attempt && wait.compareTo(longestBackoff) < 0; i++) {
      wait = wait.multipliedBy(4);
    }
    return wait.compareTo(longestBackoff) < 0 ? wait : longestBackoff;
  }
}
