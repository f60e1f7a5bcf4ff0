package io.chipwire.web;

import java.util.List;

/**
 * What one feed, sitemap, list or index of a filing points to, in its own order.
 *
 * @param links documents; without those whose address cannot be asked
 * @param further documents to be read for more links, such as the sitemaps of an index
 */
public record LinkDocument(List<WebLink> links, List<FurtherDocument> further) {

  /** No document holds more; the rest is left out. Sitemaps end there by definition. */
  static final int MAX_LINKS = 50_000;

  /** Copies the lists. */
  public LinkDocument {
    links = List.copyOf(links);
    further = List.copyOf(further);
  }

  static LinkDocument of(List<WebLink> links) {
    return new LinkDocument(links, List.of());
  }
}
