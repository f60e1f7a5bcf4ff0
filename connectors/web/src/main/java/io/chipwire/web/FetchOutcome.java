package io.chipwire.web;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a {@link FetchRequest}. */
public sealed interface FetchOutcome {

  /**
   * The document.
   *
   * @param uri where it was in the end, behind all redirects
   * @param mediaType lower case, without parameters; null if the server did not say
   * @param charset the character set that the server declared, or null
   * @param body content codings undone; not to be modified
   * @param validators for the next request
   * @param at when it came
   * @param optedOut whether the server's headers reserve the use by machines: the TDM reservation
   *     protocol's {@code tdm-reservation: 1}, or {@code noai} of {@code X-Robots-Tag}
   */
  record Fetched(
      URI uri,
      @Nullable String mediaType,
      @Nullable String charset,
      byte[] body,
      Validators validators,
      Instant at,
      boolean optedOut)
      implements FetchOutcome {}

  /** The version that the request named is still the newest. */
  record NotModified() implements FetchOutcome {}

  /**
   * The site's robots.txt forbids it.
   *
   * @param message for people
   */
  record Disallowed(String message) implements FetchOutcome {}

  /**
   * It cannot be had, now or with another try.
   *
   * @param message for people: the value, what was expected, and where
   */
  record Failed(FetchFailure reason, String message) implements FetchOutcome {}

  /**
   * It could not be had, but is to be tried again.
   *
   * @param at not before then: the server's own wish, or ours with each attempt later
   * @param message for people
   */
  record Retry(Instant at, FetchFailure reason, String message) implements FetchOutcome {}
}
