package io.chipwire.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token: enough to know it again, not to use it.
 *
 * @param name what its maker calls it
 * @param shown its first characters
 * @param lastUsedAt to the minute, or null if it was not used
 * @param revokedAt since when it opens nothing, or null
 */
public record ApiToken(
    String id,
    String name,
    String shown,
    TokenScope scope,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  /**
   * A token that was made just now.
   *
   * @param secret the token itself; nobody can say it again
   */
  public record New(ApiToken token, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "New[" + token + "]";
    }
  }
}
