package io.chipwire.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.chipwire.story.Fingerprint;
import io.chipwire.story.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where something was stated.
 *
 * @param seen when the article was published, else when it was fetched; null where neither is known
 * @param sentence the words that state it
 * @param fingerprint of the article's text, to tell copies; null for a short text
 */
public record Source(
    String articleId,
    @Nullable String url,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable Instant seen,
    String sentence,
    @JsonIgnore @Nullable Fingerprint fingerprint) {

  /** Who states it. */
  Origin origin() {
    return new Origin(publisher, Origin.site(url), fingerprint);
  }

  /** Orders by time; what has none comes last. */
  Instant seenOrLast() {
    return seen == null ? Instant.MAX : seen;
  }
}
