package io.chipwire.web;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** RSS 0.9 to 2.0 and Atom, by ROME. A DOCTYPE is refused, and with it every entity of its own. */
final class XmlFeed {

  private XmlFeed() {}

  /** The feed as it stands there. */
  static SyndFeed parse(FetchOutcome.Fetched document) throws IOException {
    SyndFeedInput input = new SyndFeedInput(false, Locale.US);
    input.setAllowDoctypes(false);
    String type = document.mediaType();
    String declared =
        type == null || document.charset() == null ? type : type + ";charset=" + document.charset();
    try (XmlReader reader =
        new XmlReader(new ByteArrayInputStream(document.body()), declared, true)) {
      return input.build(reader);
    } catch (FeedException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  static LinkDocument read(WatchedSource source, FetchOutcome.Fetched document) throws IOException {
    List<WebLink> links = new ArrayList<>();
    for (SyndEntry entry : parse(document).getEntries()) {
      if (links.size() == LinkDocument.MAX_LINKS) {
        break;
      }
      address(entry, document.uri())
          .ifPresent(
              uri ->
                  links.add(
                      new WebLink(
                          source.name(),
                          uri.toString(),
                          entry.getTitle(),
                          instant(entry.getPublishedDate()),
                          instant(entry.getUpdatedDate()))));
    }
    return LinkDocument.of(links);
  }

  /** The link, or the id where that is an address, as RSS has it in a permalink. */
  private static Optional<URI> address(SyndEntry entry, URI base) {
    String link = entry.getLink();
    if (link != null && !link.isBlank()) {
      return WebAddress.parse(link, base);
    }
    String id = entry.getUri();
    return id == null ? Optional.empty() : WebAddress.parse(id, null);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
