package io.chipwire.web;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sitemaps, their index, and Google's news extension, by crawler-commons. No DOCTYPE. */
final class Sitemaps {

  private Sitemaps() {}

  static LinkDocument read(WatchedSource source, FetchOutcome.Fetched document, byte[] body)
      throws IOException {
    // Not strict: a sitemap may lie in another folder than what it lists.
    SiteMapParser parser = new SiteMapParser(false, false);
    parser.enableExtension(Extension.NEWS);
    AbstractSiteMap sitemap;
    try {
      sitemap = parser.parseSiteMap("application/xml", body, document.uri().toURL());
    } catch (UnknownFormatException e) {
      throw new IOException(e.getMessage(), e);
    }
    return switch (sitemap) {
      case SiteMapIndex index -> index(index);
      case SiteMap pages -> pages(source, pages);
      default -> throw new IOException("neither a sitemap nor an index of sitemaps");
    };
  }

  private static LinkDocument index(SiteMapIndex index) {
    List<FurtherDocument> sitemaps = new ArrayList<>();
    for (AbstractSiteMap child : index.getSitemaps()) {
      WebAddress.parse(child.getUrl().toString(), null)
          .ifPresent(
              uri ->
                  sitemaps.add(
                      FurtherDocument.sitemap(uri.toString(), instant(child.getLastModified()))));
    }
    return new LinkDocument(List.of(), sitemaps);
  }

  private static LinkDocument pages(WatchedSource source, SiteMap pages) {
    List<WebLink> links = new ArrayList<>();
    for (SiteMapURL page : pages.getSiteMapUrls()) {
      NewsAttributes news = news(page);
      WebAddress.parse(page.getUrl().toString(), null)
          .ifPresent(
              uri ->
                  links.add(
                      new WebLink(
                          source.name(),
                          uri.toString(),
                          news == null ? null : news.getTitle(),
                          news == null ? null : instant(news.getPublicationDate()),
                          instant(page.getLastModified()))));
    }
    return LinkDocument.of(links);
  }

  private static @Nullable NewsAttributes news(SiteMapURL page) {
    ExtensionMetadata[] news = page.getAttributesForExtension(Extension.NEWS);
    return news != null && news.length > 0 && news[0] instanceof NewsAttributes first
        ? first
        : null;
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
