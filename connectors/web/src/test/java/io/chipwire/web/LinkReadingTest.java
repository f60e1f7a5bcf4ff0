package io.chipwire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkReadingTest {

  private static WatchedSource source(SourceKind kind) {
    return new WatchedSource(
        "chips",
        kind,
        "https://news.example.com/feed",
        Duration.ofMinutes(5),
        Duration.ofHours(6),
        null,
        true);
  }

  private static LinkDocument read(SourceKind kind, byte[] body) throws Exception {
    return LinkReading.read(
        source(kind),
        new FetchOutcome.Fetched(
            URI.create("https://news.example.com/feed"),
            null,
            null,
            body,
            Validators.NONE,
            Instant.EPOCH,
            false));
  }

  private static LinkDocument read(SourceKind kind, String body) throws Exception {
    return read(kind, body.getBytes(StandardCharsets.UTF_8));
  }

  private static WebLink link(String url, String title, String published, String changed) {
    return new WebLink(
        "chips",
        url,
        title,
        published == null ? null : Instant.parse(published),
        changed == null ? null : Instant.parse(changed));
  }

  @Test
  void readsRss2() throws Exception {
    assertThat(
            read(
                    SourceKind.FEED,
                    """
                    <?xml version="1.0"?>
                    <rss version="2.0"><channel><title>Chips</title><link>https://news.example.com/</link>
                    <item><title>HBM &amp; more</title><link>/a/1.html</link>
                      <pubDate>Fri, 01 May 2026 10:00:00 GMT</pubDate></item>
                    <item><title>By id</title><guid isPermaLink="true">https://news.example.com/a/2.html</guid></item>
                    <item><title>Nowhere</title><link>javascript:alert(1)</link></item>
                    </channel></rss>
                    """)
                .links())
        .containsExactly(
            link("https://news.example.com/a/1.html", "HBM & more", "2026-05-01T10:00:00Z", null),
            link("https://news.example.com/a/2.html", "By id", null, null));
  }

  @Test
  void readsRss1() throws Exception {
    assertThat(
            read(
                    SourceKind.FEED,
                    """
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <channel rdf:about="https://news.example.com/"><title>Chips</title>
                      <link>https://news.example.com/</link><description>All</description></channel>
                    <item rdf:about="https://news.example.com/a/3"><title>Old style</title>
                      <link>https://news.example.com/a/3</link><dc:date>2026-05-01T10:00:00Z</dc:date></item>
                    </rdf:RDF>
                    """)
                .links())
        .containsExactly(
            link("https://news.example.com/a/3", "Old style", "2026-05-01T10:00:00Z", null));
  }

  @Test
  void readsAtom() throws Exception {
    assertThat(
            read(
                    SourceKind.FEED,
                    """
                    <feed xmlns="http://www.w3.org/2005/Atom"><title>Chips</title><id>urn:1</id>
                    <updated>2026-05-01T12:00:00Z</updated>
                    <entry><title>Wafers</title><id>urn:2</id><link href="https://news.example.com/w"/>
                      <published>2026-05-01T10:00:00Z</published><updated>2026-05-01T11:30:00+01:00</updated></entry>
                    </feed>
                    """)
                .links())
        .containsExactly(
            link(
                "https://news.example.com/w",
                "Wafers",
                "2026-05-01T10:00:00Z",
                "2026-05-01T10:30:00Z"));
  }

  @Test
  void readsJsonFeed() throws Exception {
    assertThat(
            read(
                    SourceKind.FEED,
                    """
                    {"version": "https://jsonfeed.org/version/1.1", "title": "Chips", "items": [
                      {"id": "1", "url": "/a/1", "title": "One", "date_published": "2026-05-01T12:00:00+02:00"},
                      {"id": "https://news.example.com/a/2", "date_modified": "yesterday"},
                      {"id": "3"}, 4]}
                    """)
                .links())
        .containsExactly(
            link("https://news.example.com/a/1", "One", "2026-05-01T10:00:00Z", null),
            link("https://news.example.com/a/2", null, null, null));
  }

  private static final String SITEMAP =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://news.example.com/a/1</loc><lastmod>2026-05-01T10:00:00Z</lastmod>
        <news:news><news:publication><news:name>Chips</news:name><news:language>en</news:language></news:publication>
        <news:publication_date>2026-05-01T09:00:00Z</news:publication_date><news:title>One</news:title></news:news></url>
      <url><loc>https://news.example.com/a/2</loc></url>
      </urlset>
      """;

  private static final List<WebLink> SITEMAP_LINKS =
      List.of(
          link(
              "https://news.example.com/a/1",
              "One",
              "2026-05-01T09:00:00Z",
              "2026-05-01T10:00:00Z"),
          link("https://news.example.com/a/2", null, null, null));

  @Test
  void readsNewsSitemaps() throws Exception {
    assertThat(read(SourceKind.SITEMAP, SITEMAP).links()).isEqualTo(SITEMAP_LINKS);
  }

  @Test
  void readsGzippedSitemaps() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(SITEMAP.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(SourceKind.SITEMAP, bytes.toByteArray()).links()).isEqualTo(SITEMAP_LINKS);
  }

  @Test
  void readsAnIndexOfSitemaps() throws Exception {
    LinkDocument index =
        read(
            SourceKind.SITEMAP,
            """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://news.example.com/s1.xml</loc><lastmod>2026-05-01</lastmod></sitemap>
            <sitemap><loc>https://news.example.com/s2.xml.gz</loc></sitemap>
            </sitemapindex>
            """);
    assertThat(index.links()).isEmpty();
    assertThat(index.further())
        .containsExactly(
            FurtherDocument.sitemap(
                "https://news.example.com/s1.xml", Instant.parse("2026-05-01T00:00:00Z")),
            FurtherDocument.sitemap("https://news.example.com/s2.xml.gz", null));
  }

  @Test
  void readsPlainLists() throws Exception {
    assertThat(
            read(SourceKind.LIST, "# mine\n\nhttps://a.example/1\r\n  /2 \nnot an address\\\n")
                .links())
        .containsExactly(
            link("https://a.example/1", null, null, null),
            link("https://news.example.com/2", null, null, null));
  }

  private static final String BILLION_LAUGHS =
      """
      <?xml version="1.0"?>
      <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
      <rss version="2.0"><channel><title>&d;</title><item><link>https://news.example.com/1</link></item></channel></rss>
      """;

  private static final String EXTERNAL_ENTITY =
      """
      <?xml version="1.0"?>
      <!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://e.example/&x;</loc></url></urlset>
      """;

  @ParameterizedTest
  @EnumSource(
      value = SourceKind.class,
      names = {"FEED", "SITEMAP"})
  void refusesEveryDoctype(SourceKind kind) {
    for (String hostile : List.of(BILLION_LAUGHS, EXTERNAL_ENTITY)) {
      assertThatThrownBy(() -> read(kind, hostile))
          .isInstanceOf(UnreadableDocumentException.class)
          .hasMessageStartingWith("https://news.example.com/feed: not a readable ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>Not found</body></html>",
        "<rss version=\"2.0\"><channel><item>",
        "{\"version\": \"https://example.com/other\", \"items\": []}",
        "{\"version\": "
      })
  void refusesWhatIsNoFeed(String body) {
    assertThatThrownBy(() -> read(SourceKind.FEED, body))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageStartingWith("https://news.example.com/feed: not a readable feed: ");
  }

  @Test
  void survivesDepth() {
    String deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
    assertThatThrownBy(
            () ->
                read(
                    SourceKind.FEED,
                    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content type=\"xhtml\">"
                        + deep
                        + "</content></entry></feed>"))
        .isInstanceOf(UnreadableDocumentException.class);
    assertThatThrownBy(() -> read(SourceKind.SITEMAP, "<urlset>" + deep))
        .isInstanceOf(UnreadableDocumentException.class);
    assertThatThrownBy(() -> read(SourceKind.FEED, "{\"version\":" + "[".repeat(100_000)))
        .isInstanceOf(UnreadableDocumentException.class);
  }
}
