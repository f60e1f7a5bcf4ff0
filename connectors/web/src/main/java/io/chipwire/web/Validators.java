package io.chipwire.web;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave with a document, to be asked with whether it has changed (RFC 9110, 8.8). Kept
 * and sent back as it came.
 *
 * @param etag the entity tag, or null
 * @param lastModified the date, or null
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

  private static final int MAX_LENGTH = 1_024;

  /** A document that was never fetched. */
  public static final Validators NONE = new Validators(null, null);

  /** Drops what cannot be sent back. */
  public Validators {
    etag = sendable(etag);
    lastModified = sendable(lastModified);
  }

  private static @Nullable String sendable(@Nullable String value) {
    return value != null
            && value.length() <= MAX_LENGTH
            && value.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? value
        : null;
  }

  /** Whether there is nothing to ask with. */
  public boolean isEmpty() {
    return etag == null && lastModified == null;
  }
}
