package io.chipwire.web;

import io.chipwire.web.filing.FiledDocument;
import io.chipwire.web.filing.FilingIndex;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reads what a {@link SourceKind#FILINGS} source yields: its feed or list, whose entries lead to
 * the index pages of filings, and those pages, which lead to press releases. Most filings have
 * none; that is not remarkable.
 */
final class FilingReading {

  private FilingReading() {}

  static LinkDocument read(WatchedSource source, FetchOutcome.Fetched document) throws IOException {
    if (FilingIndex.accession(document.uri()).isPresent()) {
      return pressReleases(source, document);
    }
    return LinkReading.looksLikeJson(document.body())
        ? Submissions.read(source, document)
        : FilingFeed.read(source, document);
  }

  private static LinkDocument pressReleases(WatchedSource source, FetchOutcome.Fetched index)
      throws IOException {
    Set<String> urls = new LinkedHashSet<>();
    for (FiledDocument filed : FilingIndex.documents(index.body(), index.charset(), index.uri())) {
      if (filed.isPressRelease()) {
        WebAddress.parse(filed.url(), index.uri()).ifPresent(uri -> urls.add(uri.toString()));
      }
    }
    return LinkDocument.of(
        urls.stream().map(url -> new WebLink(source.name(), url, null, null, null)).toList());
  }
}
