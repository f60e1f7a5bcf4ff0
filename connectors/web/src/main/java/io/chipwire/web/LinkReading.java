package io.chipwire.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a {@link WatchedSource} yields. Never throws for what a document holds but one. */
final class LinkReading {

  /** A gzipped sitemap may be this much larger unpacked; see sitemaps.org. */
  private static final int MAX_UNPACKED = 50 << 20;

  private LinkReading() {}

  /**
   * The links in a document.
   *
   * @throws UnreadableDocumentException if it is not what the source's kind says
   */
  static LinkDocument read(WatchedSource source, FetchOutcome.Fetched document)
      throws UnreadableDocumentException {
    try {
      return switch (source.kind()) {
        case FEED ->
            looksLikeJson(document.body())
                ? JsonFeed.read(source, document)
                : XmlFeed.read(source, document);
        case SITEMAP -> Sitemaps.read(source, document, unpacked(document.body()));
        case LIST -> list(source, document);
        case FILINGS -> FilingReading.read(source, document);
      };
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new UnreadableDocumentException(
          document.uri()
              + ": not a readable "
              + expected(source.kind())
              + ": "
              + shortened(String.valueOf(e.getMessage() == null ? e : e.getMessage())));
    }
  }

  private static String expected(SourceKind kind) {
    return kind == SourceKind.FILINGS
        ? "feed, list or index of filings"
        : kind.name().toLowerCase(Locale.ROOT);
  }

  private static String shortened(String message) {
    return message.length() <= 500 ? message : message.substring(0, 500) + "…";
  }

  static boolean looksLikeJson(byte[] body) {
    for (byte b : body) {
      boolean ignored =
          b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf || b <= ' ' && b >= 0;
      if (!ignored) {
        return b == '{';
      }
    }
    return false;
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    if (body.length < 2 || (body[0] & 0xff) != 0x1f || (body[1] & 0xff) != 0x8b) {
      return body;
    }
    Reply.Decoded unpacked = Reply.gunzip(body, false, MAX_UNPACKED);
    if (unpacked.cut()) {
      throw new IOException("longer than " + MAX_UNPACKED + " bytes unpacked");
    }
    return unpacked.bytes();
  }

  private static LinkDocument list(WatchedSource source, FetchOutcome.Fetched document) {
    List<WebLink> links = new ArrayList<>();
    new String(document.body(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .limit(LinkDocument.MAX_LINKS)
        .flatMap(line -> WebAddress.parse(line, document.uri()).stream())
        .forEach(uri -> links.add(new WebLink(source.name(), uri.toString(), null, null, null)));
    return LinkDocument.of(links);
  }
}
