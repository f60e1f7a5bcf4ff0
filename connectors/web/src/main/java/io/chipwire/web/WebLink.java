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
 * @param wanted whether somebody wants it fetched once more, whatever is known of it
 */
public record WebLink(
    String source,
    String url,
    @Nullable String title,
    @Nullable Instant published,
    @Nullable Instant changed,
    boolean wanted) {

  /** Longer titles are cut; they only tell a changed link from an unchanged one. */
  private static final int MAX_TITLE = 500;

  /** Cuts the title. */
  public WebLink {
    title = title == null || title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE);
  }

  /** A link as a source tells of it. */
  public WebLink(
      String source,
      String url,
      @Nullable String title,
      @Nullable Instant published,
      @Nullable Instant changed) {
    this(source, url, title, published, changed, false);
  }

  /** A document that is wanted once more, of which no source is known to have told. */
  public static WebLink wanted(String url, Instant asked) {
    return new WebLink("replay", url, null, null, asked, true);
  }

  /** The same, wanted once more. */
  public WebLink wantedAgain() {
    return new WebLink(source, url, title, published, changed, true);
  }

  /** Tells one version of the document from the next, as far as the source says: a fingerprint. */
  public long version() {
    return Fingerprint64.of(title + "|" + published + "|" + changed);
  }
}
