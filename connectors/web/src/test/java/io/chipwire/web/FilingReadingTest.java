package io.chipwire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Against documents in EDGAR's form. The companies and what they file are invented. */
class FilingReadingTest {

  private static final String FEED = "https://edgar.example.com/cgi-bin/browse-edgar?output=atom";
  private static final String INDEX =
      "https://edgar.example.com/Archives/edgar/data/9000001/000900000126000012/0009000001-26-000012-index.htm";

  private static LinkDocument read(String address, String body, WantedFilings wanted)
      throws UnreadableDocumentException {
    WatchedSource source =
        new WatchedSource(
            "filings",
            SourceKind.FILINGS,
            FEED,
            Duration.ofMinutes(1),
            Duration.ofHours(6),
            null,
            true,
            wanted);
    return LinkReading.read(
        source,
        new FetchOutcome.Fetched(
            URI.create(address),
            null,
            null,
            body.getBytes(StandardCharsets.UTF_8),
            Validators.NONE,
            Instant.EPOCH,
            false));
  }

  private static LinkDocument read(String address, String body) throws Exception {
    return read(address, body, WantedFilings.CURRENT_REPORTS);
  }

  private static String entry(String form, String company, long cik, String accession) {
    return """
    <entry><title>%1$s - %2$s (%3$010d) (Filer)</title>
    <link rel="alternate" type="text/html" href="https://edgar.example.com/Archives/edgar/data/%3$d/%5$s/%4$s-index.htm"/>
    <summary type="html"> &lt;b&gt;Filed:&lt;/b&gt; 2026-05-01 &lt;b&gt;AccNo:&lt;/b&gt; %4$s</summary>
    <updated>2026-05-01T16:05:09-04:00</updated>
    <category scheme="https://www.sec.gov/" label="form type" term="%1$s"/>
    <id>urn:tag:sec.gov,2008:accession-number=%4$s</id></entry>
    """
        .formatted(form, company, cik, accession, accession.replace("-", ""));
  }

  private static String feed(String... entries) {
    return "<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>\n"
        + "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Latest Filings</title>"
        + "<id>https://edgar.example.com/</id><updated>2026-05-01T16:06:00-04:00</updated>"
        + String.join("", entries)
        + "</feed>";
  }

  private static FurtherDocument filing(long cik, String accession, String title) {
    return FurtherDocument.filing(
        accession,
        "https://edgar.example.com/Archives/edgar/data/%d/%s/%s-index.htm"
            .formatted(cik, accession.replace("-", ""), accession),
        title,
        Instant.parse("2026-05-01T20:05:09Z"));
  }

  @Test
  void findsTheIndexPagesOfCurrentReportsEachOnce() throws Exception {
    LinkDocument read =
        read(
            FEED,
            feed(
                entry("8-K", "INVENTIA CORP", 9000001, "0009000001-26-000012"),
                entry("8-K", "INVENTIA FINANCE LLC", 9000002, "0009000001-26-000012"),
                entry("10-Q", "INVENTIA CORP", 9000001, "0009000001-26-000013"),
                entry("6-K/A", "Dorvel Holding N.V.", 9000003, "0009000003-26-000001")));

    assertThat(read.links()).isEmpty();
    assertThat(read.further())
        .containsExactly(
            filing(9000001, "0009000001-26-000012", "INVENTIA CORP (8-K)"),
            filing(9000003, "0009000003-26-000001", "Dorvel Holding N.V. (6-K/A)"));
  }

  @Test
  void leavesOutOtherCompaniesAndForms() throws Exception {
    String feed =
        feed(
            entry("8-K", "INVENTIA CORP", 9000001, "0009000001-26-000012"),
            entry("6-K", "Dorvel Holding N.V.", 9000003, "0009000003-26-000001"));

    assertThat(
            read(FEED, feed, new WantedFilings(Set.of("8-K", "6-K"), Set.of(9000003L))).further())
        .extracting(FurtherDocument::title)
        .containsExactly("Dorvel Holding N.V. (6-K)");
    assertThat(read(FEED, feed, new WantedFilings(Set.of("8-K"), Set.of())).further())
        .extracting(FurtherDocument::title)
        .containsExactly("INVENTIA CORP (8-K)");
  }

  @Test
  void readsTheFeedOfACompanyWhichNamesItOnlyAtItsHead() throws Exception {
    String feed =
        feed(entry("8-K", "x", 9000001, "0009000001-26-000012"))
            .replace("8-K - x (0009000001) (Filer)", "8-K  - Current report")
            .replace("Latest Filings", "Inventia Corp  (0009000001)");

    assertThat(read(FEED, feed).further())
        .extracting(FurtherDocument::title)
        .containsExactly("Inventia Corp (8-K)");
  }

  @Test
  void readsTheFeedOfFilingsWithTaggedNumbersWhichIsRss() throws Exception {
    String feed =
        """
        <rss version="2.0"><channel><title>Filings</title><link>https://edgar.example.com/</link>
        <item><title>INVENTIA CORP (0009000001) (Filer)</title>
        <link>%s</link><description>8-K</description>
        <pubDate>Fri, 01 May 2026 16:05:09 EDT</pubDate></item></channel></rss>
        """
            .formatted(INDEX);

    assertThat(read(FEED, feed).further())
        .containsExactly(filing(9000001, "0009000001-26-000012", "INVENTIA CORP (8-K)"));
  }

  @Test
  void readsTheListOfACompanyWhichLiesBesideTheArchive() throws Exception {
    String list =
        """
        {"cik": "0009000001", "name": "Inventia Corp", "filings": {"recent": {
          "accessionNumber": ["0009000001-26-000012", "0009000001-26-000011", "../../x", "0009000001-26-000010"],
          "acceptanceDateTime": ["2026-05-01T20:05:09.000Z", "2026-05-01T20:05:09.000Z", "", "20260501160509"],
          "form": ["8-K", "10-Q", "8-K", "6-K"]}}}
        """;

    assertThat(read("https://data.example.com/submissions/CIK0009000001.json", list).further())
        .containsExactly(
            FurtherDocument.filing(
                "0009000001-26-000012",
                INDEX.replace("edgar.example", "www.example"),
                "Inventia Corp (8-K)",
                Instant.parse("2026-05-01T20:05:09Z")),
            FurtherDocument.filing(
                "0009000001-26-000010",
                INDEX
                    .replace("edgar.example", "www.example")
                    .replace("26-000012", "26-000010")
                    .replace("26000012", "26000010"),
                "Inventia Corp (6-K)",
                null));
    assertThatThrownBy(() -> read(FEED, "{\"error\": 1}"))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageEndingWith("of filings: no list at filings.recent.accessionNumber");
  }

  private static String row(String type, String href) {
    return "<tr><td>1</td><td>Words of the filer</td><td><a href=\"%s\">file</a> &nbsp; iXBRL</td><td>%s</td><td>1</td></tr>"
        .formatted(href, type);
  }

  private static String table(String... rows) {
    return "<!DOCTYPE html><div id=\"formDiv\"><table class=\"tableFile\" summary=\"Document Format Files\">"
        + "<tr><th>Seq</th><th>Description</th><th>Document</th><th>Type</th><th>Size</th></tr>"
        + String.join("", rows)
        + "</table></div>";
  }

  @Test
  void findsThePressReleaseAmongTheDocumentsOfAFiling() throws Exception {
    String folder = "/Archives/edgar/data/9000001/000900000126000012/";
    LinkDocument read =
        read(
            INDEX,
            table(
                row("8-K", "/ix?doc=" + folder + "inva-20260501.htm"),
                row("EX-99.1", folder + "inva-ex991.htm"),
                row("EX-99.1", folder + "inva-ex991.pdf"),
                row("EX-99.2", folder + "inva-slides.htm"),
                row("EX-99", "/ix?doc=" + folder + "inva-ex99.htm"),
                row("EX-99.1", "javascript:void(0)"),
                row("GRAPHIC", folder + "logo.jpg")));

    assertThat(read.further()).isEmpty();
    assertThat(read.links())
        .extracting(WebLink::url)
        .containsExactly(
            "https://edgar.example.com" + folder + "inva-ex991.htm",
            "https://edgar.example.com" + folder + "inva-ex99.htm");
  }

  @Test
  void findsNothingInAFilingWithoutPressRelease() throws Exception {
    assertThat(read(INDEX, table(row("8-K", "/a.htm"), row("EX-10.1", "/b.htm"))).links())
        .isEmpty();
  }

  @Test
  void refusesAPageThatIsNoIndex() {
    assertThatThrownBy(() -> read(INDEX, "<html><p>Request rate threshold exceeded</html>"))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessage(
            INDEX
                + ": not a readable feed, list or index of filings: no table with columns \"Document\" and \"Type\"");
  }

  @Test
  void survivesDepthAndLongTitles() throws Exception {
    assertThat(read(INDEX, table() + "<div>".repeat(100_000)).links()).isEmpty();
    String blanks = "x" + " (".repeat(100_000);
    assertThat(read(FEED, feed(entry("8-K", blanks, 9000001, "0009000001-26-000012"))).further())
        .hasSize(1);
  }
}
