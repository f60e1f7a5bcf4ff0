package io.chipwire.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one feed, sitemap or list points to, in its own order.
 *
 * @param links documents; without those whose address cannot be asked
 * @param sitemaps further sitemaps, of an index
 */
public record LinkDocument(List<WebLink> links, List<Sitemap> sitemaps) {

  /** No document holds more; the rest is left out. Sitemaps end there by definition. */
  static final int MAX_LINKS = 50_000;

  /** Copies the lists. */
  public LinkDocument {
    links = List.copyOf(links);
    sitemaps = List.copyOf(sitemaps);
  }

  static LinkDocument of(List<WebLink> links) {
    return new LinkDocument(links, List.of());
  }

  /**
   * A sitemap that an index names.
   *
   * @param changed when last; null if the index does not say
   */
  public record Sitemap(String url, @Nullable Instant changed) {}
}
