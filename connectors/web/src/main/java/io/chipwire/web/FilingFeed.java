package io.chipwire.web;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.chipwire.web.filing.FilingIndex;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feed of EDGAR: of current filings, of those of a company (both Atom), or of those with tagged
 * numbers (RSS).
 */
final class FilingFeed {

  /** The folder of a filing names who filed it; the text of an entry does not always. */
  private static final Pattern FILER = Pattern.compile(".*/edgar/data/(\\d{1,10})/.*");

  /** As in {@code 8-K - INVENTIA CORP (0000000001) (Filer)}. */
  private static final Pattern FORM = Pattern.compile("(\\S+)\\s+-\\s.*");

  private static final Pattern COMPANY =
      Pattern.compile("(?:\\S+\\s+-\\s+)?(\\S.*?)\\s+\\(\\d{10}\\).*");

  private static final int MAX_TITLE = 500;

  private FilingFeed() {}

  /** The index pages of the filings wanted; one of several companies is listed under each. */
  static LinkDocument read(WatchedSource source, FetchOutcome.Fetched document) throws IOException {
    SyndFeed feed = XmlFeed.parse(document);
    Map<String, FurtherDocument> filings = new LinkedHashMap<>();
    for (SyndEntry entry : feed.getEntries()) {
      Optional<URI> uri =
          Optional.ofNullable(entry.getLink())
              .flatMap(link -> WebAddress.parse(link, document.uri()));
      Optional<String> accession = uri.flatMap(FilingIndex::accession);
      String form = form(entry);
      if (accession.isPresent() && source.filings().has(form, filer(uri.get()))) {
        filings.putIfAbsent(
            accession.get(),
            FurtherDocument.filing(
                accession.get(), uri.get().toString(), title(feed, entry, form), filed(entry)));
      }
    }
    return new LinkDocument(List.of(), List.copyOf(filings.values()));
  }

  private static String form(SyndEntry entry) {
    if (!entry.getCategories().isEmpty()) {
      return String.valueOf(entry.getCategories().getFirst().getName());
    }
    Matcher title = FORM.matcher(shortened(entry.getTitle()));
    SyndContent description = entry.getDescription();
    return title.matches()
        ? title.group(1)
        : description == null ? "" : String.valueOf(description.getValue());
  }

  private static long filer(URI uri) {
    Matcher folder = FILER.matcher(uri.getPath());
    return folder.matches() ? Long.parseLong(folder.group(1)) : -1;
  }

  private static String title(SyndFeed feed, SyndEntry entry, String form) {
    return company(entry.getTitle())
        .or(() -> company(feed.getTitle()))
        .map(company -> company + " (" + form + ")")
        .orElse(shortened(entry.getTitle()));
  }

  private static Optional<String> company(@Nullable String text) {
    Matcher company = COMPANY.matcher(shortened(text));
    return company.matches() ? Optional.of(company.group(1)) : Optional.empty();
  }

  private static String shortened(@Nullable String text) {
    String title = text == null ? "" : text.strip();
    return title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE);
  }

  private static @Nullable Instant filed(SyndEntry entry) {
    Date date =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    return date == null ? null : date.toInstant();
  }
}
