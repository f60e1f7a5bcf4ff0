package io.chipwire.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document that a source points to and that itself points to what is wanted: a sitemap of an
 * index, or the index page of a filing.
 *
 * @param key what it is known by: its address, or the number of the filing, which may stand under
 *     several addresses
 * @param url where it is
 * @param version a fingerprint of what the source says of it; another one means that it is to be
 *     read again
 * @param title of a filing, as the source has it; null for sitemaps
 * @param time when it was filed or changed last; null if the source does not say; a sitemap is then
 *     read each time
 */
public record FurtherDocument(
    String key, String url, long version, @Nullable String title, @Nullable Instant time) {

  private static final int MAX_TITLE = 500;

  /** Cuts the title. */
  public FurtherDocument {
    title = title == null || title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE);
  }

  /** A sitemap; when it was changed last is all that an index tells of it. */
  static FurtherDocument sitemap(String url, @Nullable Instant changed) {
    return new FurtherDocument(url, url, Fingerprint64.of(String.valueOf(changed)), null, changed);
  }

  /** A filing; it never changes, amendments are filings of their own. */
  static FurtherDocument filing(
      String accession, String url, @Nullable String title, @Nullable Instant filed) {
    return new FurtherDocument(accession, url, 0, title, filed);
  }

  /** A link that stands in it, with what the source says of a filing. */
  WebLink tellOf(WebLink link) {
    return title == null ? link : new WebLink(link.source(), link.url(), title, time, null);
  }
}
