package io.chipwire.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document that a source points to.
 *
 * @param source the {@linkplain WatchedSource#name() name} of the source
 * @param url absolute, see {@link WebAddress#parse}
 * @param title as the source has it; null if it has none
 * @param published when, as the source has it; null if it does not say
 * @param changed when last, as the source has it; null if it does not say
 */
public record WebLink(
    String source,
    String url,
    @Nullable String title,
    @Nullable Instant published,
    @Nullable Instant changed) {

  /** Longer titles are cut; they only tell a changed link from an unchanged one. */
  private static final int MAX_TITLE = 500;

  /** Name of the source of links that an operator wants fetched once more. */
  public static final String REPLAY = "replay";

  /** Cuts the title. */
  public WebLink {
    title = title == null || title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE);
  }

  /** A document that is wanted once more, whatever is known of it. */
  public static WebLink again(String url, Instant asked) {
    return new WebLink(REPLAY, url, null, null, asked);
  }

  /** Whether it is one of those. */
  public boolean isReplay() {
    return source.equals(REPLAY);
  }

  /** Tells one version of the document from the next, as far as the source says: a fingerprint. */
  public long version() {
    return Fingerprint64.of(title + "|" + published + "|" + changed);
  }
}
