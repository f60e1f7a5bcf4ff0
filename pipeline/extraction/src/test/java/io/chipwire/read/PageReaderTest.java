package io.chipwire.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.article.Page;
import io.chipwire.article.PageFlag;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.article.TextDocument;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageReaderTest {

  private static final String PROSE =
      "The company said on Tuesday that it would build a plant for wafers near the old harbour, and"
          + " that the first machines would arrive in the spring of next year.";

  private final PageReader reader = new PageReader();

  @Test
  void readsTheArticleAndLeavesTheFurniture() {
    Article article =
        accepted(
            """
            <html lang="en"><head><title>A plant by the harbour | Dock Daily</title>
            <meta property="og:site_name" content="Dock Daily">
            <link rel="canonical" href="https://dock-daily.example/a?utm_source=x&id=7#top">
            <meta property="article:published_time" content="2026-03-04T05:06:07+01:00"></head>
            <body><nav><a href="/">Home</a></nav>
            <article><h1>A plant by the harbour</h1><p class="byline">By Ann Bell</p>
            <p>%1$s</p><div class="ad">Buy a boat for $300 today, before they are all gone.</div>
            <p>Second paragraph. %1$s</p></article>
            <footer>All rights reserved by Dock Daily.</footer></body></html>
            """
                .formatted(PROSE));

    assertThat(article.title()).isEqualTo("A plant by the harbour");
    assertThat(article.publisher()).isEqualTo("Dock Daily");
    assertThat(article.url()).isEqualTo("https://dock-daily.example/a?id=7");
    assertThat(article.id()).isEqualTo("https://dock-daily.example/a?id=7");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-03-04T04:06:07Z"));
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.text()).isEqualTo(PROSE + "\n\nSecond paragraph. " + PROSE);
  }

  @Test
  void keepsTheCellsOfATable() {
    Article article =
        accepted(
            """
            <article><h1>Results</h1><p>%s</p>
            <p>Quarterly results (in millions, except per share data)</p>
            <table><tr><th></th><th>Q1</th><th>Q2</th></tr>
            <tr><td>Revenue</td><td>$ 1,200</td><td>$ 1,300</td></tr>
            <tr><td>Net income</td><td>90</td><td>(18)</td></tr></table><p>%s</p></article>
            """
                .formatted(PROSE, "More. " + PROSE));

    assertThat(article.text())
        .contains("\n\n| Q1 | Q2\nRevenue | $ 1,200 | $ 1,300\nNet income | 90 | (18)\n\n");
    assertThat(article.tables()).hasSize(1);
    var table = article.tables().get(0);
    assertThat(table.header()).containsExactly("", "Q1", "Q2");
    assertThat(table.scale()).isEqualTo("in millions, except per share data");
    assertThat(table.rows().get(2).cells()).containsExactly("Net income", "90", "(18)");
    assertThat(article.text().substring(table.rows().get(2).start(), table.end()))
        .isEqualTo("Net income | 90 | (18)");
  }

  @Test
  void saysWhyAPageIsRefused() {
    assertThat(refused("".getBytes(StandardCharsets.UTF_8)).reason())
        .isEqualTo(RejectionReason.EMPTY);
    assertThat(refused(" \n ".getBytes(StandardCharsets.UTF_8)).reason())
        .isEqualTo(RejectionReason.EMPTY);
    assertThat(refused(new byte[] {'%', 'P', 'D', 'F', '-', '1'}).reason())
        .isEqualTo(RejectionReason.BINARY);
    Rejection large = refused(new byte[(16 << 20) + 1]);
    assertThat(large.reason()).isEqualTo(RejectionReason.TOO_LARGE);
    assertThat(large.message()).isEqualTo("test.html: 16777217 bytes, at most 16777216 are read");
    assertThat(
            refused(
                    "<title>404 Not Found</title><p>Nothing here.</p>"
                        .getBytes(StandardCharsets.UTF_8))
                .reason())
        .isEqualTo(RejectionReason.ERROR_PAGE);
    assertThat(refused("<p>Hello.</p>".getBytes(StandardCharsets.UTF_8)).reason())
        .isEqualTo(RejectionReason.NO_ARTICLE);
  }

  @Test
  void refusesAPageThatOnlyLeadsToOthers() {
    String teaser =
        """
        <div class="item"><h3><a href="/a/%1$d">The %1$dth plant by the harbour opens</a></h3>
        <p>The company said on Tuesday that plant %1$d near the old harbour would open in spring.</p></div>
        """;
    StringBuilder teasers = new StringBuilder();
    for (int i = 1; i <= 20; i++) {
      teasers.append(teaser.formatted(i));
    }
    Rejection rejection =
        refused(
            """
            <html><head><title>Plants</title>
            <link rel="canonical" href="https://dock-daily.example/topic/plants"></head>
            <body><h1>Plants</h1><div class="river">%s</div></body></html>
            """
                .formatted(teasers)
                .getBytes(StandardCharsets.UTF_8));

    assertThat(rejection.reason()).isEqualTo(RejectionReason.LISTING);
    assertThat(rejection.message())
        .contains("lists other pages rather than telling something itself (headlines +");
  }

  @Test
  void keepsAShortArticleThatLeadsNowhere() {
    Article article =
        accepted(
            """
            <html><head><link rel="canonical" href="https://dock-daily.example/a"></head>
            <body><h1>A plant</h1><p>%s</p></body></html>
            """
                .formatted(PROSE));

    assertThat(article.text()).isEqualTo(PROSE);
  }

  @Test
  void leavesOutTheCardsOfOtherArticlesAtTheEnd() {
    String card =
        """
        <div class="tile"><p><a href="/b">Another port gets another plant</a></p><p>3 March</p></div>
        """;
    Article article =
        accepted(
            """
            <div class="column"><h1>A plant by the harbour</h1><p>%1$s</p><p>Second. %1$s</p>
            <div class="row">%2$s%2$s%2$s</div></div>
            """
                .formatted(PROSE, card));

    assertThat(article.text()).isEqualTo(PROSE + "\n\nSecond. " + PROSE);
  }

  @Test
  void readsPagesWhoseClassesHaveTheirContentSystemsPrefix() {
    Article article =
        accepted(
            """
            <div class="cmp-container"><h1 class="cmp-title">A plant by the harbour</h1>
            <div class="cmp-text"><p>%1$s</p><p>Second. %1$s</p></div></div>
            """
                .formatted(PROSE));

    assertThat(article.text()).isEqualTo(PROSE + "\n\nSecond. " + PROSE);
  }

  @Test
  void keepsAListOfLinksThatTheArticleIntroduces() {
    String list =
        """
        <ul><li><a href="/1">A crane that lifts the reactor</a></li>
        <li><a href="/2">A pier for the barges</a></li><li><a href="/3">A road behind</a></li></ul>
        """;
    String page =
        "<article><h1>A plant by the harbour</h1><p>%s</p><p>%s</p>%s<p>Second. %s</p></article>";

    assertThat(
            accepted(page.formatted(PROSE, "The harbour has paid for three things:", list, PROSE)))
        .extracting(Article::text)
        .asString()
        .contains("for three things:\n\nA crane that lifts the reactor\n\nA pier for the barges");
    assertThat(accepted(page.formatted(PROSE, "Top of the week", list, PROSE)).text())
        .doesNotContain("A pier for the barges");
  }

  @Test
  void takesHeadingsThatHtmlDoesNotKnowForText() {
    String page = "<article><h1>A plant</h1><p>%1$s</p><h7>A pier, too</h7><p>Second. %1$s</p>";

    assertThat(accepted(page.formatted(PROSE)).text()).contains("\n\nA pier, too\n\nSecond.");
  }

  @Test
  void doesNotTakeASectionsAnchorForItsKind() {
    String page =
        """
        <article><h1>A plant by the harbour</h1><p>%1$s</p><p>Second. %1$s</p>
        <section id="%2$s"><h2>Commercial spending leads</h2><p>Third. %1$s</p></section></article>
        """;

    assertThat(accepted(page.formatted(PROSE, "commercial-spending")).text()).contains("Third.");
    assertThat(accepted(page.formatted(PROSE, "commercial-box")).text()).doesNotContain("Third.");
  }

  @Test
  void keepsTheClockOfTheOutlet() {
    Article article =
        accepted(
            """
            <html><head><meta property="article:published_time" content="2025-06-24T21:30:00-07:00">
            </head><body><article><h1>A plant by the harbour</h1><p>%s</p></article></body></html>
            """
                .formatted(PROSE));

    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2025-06-25T04:30:00Z"));
    assertThat(article.published()).isEqualTo("2025-06-24T21:30:00-07:00");
  }

  @Test
  void believesADateBelowTheHeadlineAgainstALaterDeclaredOne() {
    assertThat(dated("<p>Published March 3, 2024</p>").publishedAt())
        .isEqualTo(Instant.parse("2024-03-03T00:00:00Z"));
  }

  @Test
  void doesNotTakeTheDayOfAnUpdateForThatOfPublication() {
    assertThat(dated("<p>Updated: March 3, 2024</p>").publishedAt())
        .isEqualTo(Instant.parse("2025-06-24T10:00:00Z"));
  }

  /** An article with a line below its headline, declared to be of 24 June 2025. */
  private Article dated(String line) {
    return accepted(
        """
        <html><head><title>A plant by the harbour - Dock Daily</title>
        <meta property="article:published_time" content="2025-06-24T10:00:00Z"></head>
        <body><h1>Dock Daily</h1><h2>A plant by the harbour</h2>%s<p>%s</p></body></html>
        """
            .formatted(line, PROSE));
  }

  @Test
  void tellsWhatThePageForbids() {
    String page = "<html><head>%s</head><body><article><h1>A plant</h1><p>%s</p></article></body>";

    assertThat(
            accepted(page.formatted("<meta name=robots content='noai, noimageai'>", PROSE)).flags())
        .containsExactly(PageFlag.NO_AI);
    assertThat(accepted(page.formatted("<meta name=tdm-reservation content=1>", PROSE)).flags())
        .containsExactly(PageFlag.NO_AI);
    assertThat(
            accepted(
                    page.formatted(
                        "<meta name=ROBOTS content=max-image-preview:large><meta name=robots"
                            + " content='NoIndex,follow'><meta name=chipwire content=noai>",
                        PROSE))
                .flags())
        .containsExactly(PageFlag.NO_INDEX, PageFlag.NO_AI);
    assertThat(accepted(page.formatted("<meta name=robots content='noimageindex'>", PROSE)).flags())
        .isEmpty();
  }

  @Test
  void takesOverADocumentThatCameAsText() {
    Instant day = Instant.parse("2026-01-02T00:00:00Z");
    Page page =
        new Page(
            "news.jsonl#3",
            3,
            "n-3",
            null,
            null,
            null,
            null,
            new TextDocument(
                "A\u00a0title",
                "Dock Daily",
                day,
                null,
                "One\u00a0line of the text.  \n\n\n" + PROSE));

    Article article = ((Reading.Accepted) reader.read(page)).article();

    assertThat(article.id()).isEqualTo("n-3");
    assertThat(article.title()).isEqualTo("A title");
    assertThat(article.publisher()).isEqualTo("Dock Daily");
    assertThat(article.publishedAt()).isEqualTo(day);
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.text()).isEqualTo("One line of the text.\n\n" + PROSE);
  }

  @Test
  void decodesWhatTheBytesSayRatherThanAWrongDeclaration() {
    String html =
        "<meta charset=\"%s\"><article><p>Zürich, Köln und Łódź: " + PROSE + "</p></article>";
    byte[] utf8 =
        html.formatted("iso-8859-1")
            .replace("Köln", "Köln “grüßt”")
            .getBytes(StandardCharsets.UTF_8);
    byte[] latin2 = html.formatted("iso-8859-2").getBytes(Charset.forName("ISO-8859-2"));

    assertThat(accepted(utf8).text()).startsWith("Zürich, Köln “grüßt” und Łódź:");
    assertThat(accepted(latin2).text()).startsWith("Zürich, Köln und Łódź:");
  }

  private Article accepted(String html) {
    return accepted(html.getBytes(StandardCharsets.UTF_8));
  }

  private Article accepted(byte[] html) {
    return ((Reading.Accepted) reader.read(page(html))).article();
  }

  private Rejection refused(byte[] html) {
    return ((Reading.Refused) reader.read(page(html))).rejection();
  }

  private static Page page(byte[] html) {
    return new Page("test.html", 0, null, null, null, null, html, null);
  }
}
