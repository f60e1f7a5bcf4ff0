package io.chipwire.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Announcement;
import io.chipwire.article.Article;
import io.chipwire.article.Page;
import io.chipwire.article.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Press releases as they are filed: no meta tags, no headings, a title that says "EX-99.1". */
class ExhibitTest {

  private static final Instant FILED = Instant.parse("2026-04-30T20:05:09Z");

  private static Article read(byte[] body, Announcement announcement) {
    Page page =
        new Page(
            "exhibit",
            0,
            null,
            "https://www.sec.gov/Archives/edgar/data/9000001/000900000126000012/inva-ex991.htm",
            null,
            null,
            body,
            null,
            true,
            announcement,
            null,
            false);
    return ((Reading.Accepted) new PageReader().read(page)).article();
  }

  private static Article exhibit(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ExhibitTest.class.getResourceAsStream("exhibits/" + name))) {
      return read(in.readAllBytes(), new Announcement("INVENTIA CORP (8-K)", FILED));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "spans.html, Inventia Reports Results for the Second Quarter of Fiscal 2026",
    "fonts.html, INVENTIA REPORTS RESULTS FOR THE SECOND QUARTER OF FISCAL 2026"
  })
  void readsHeadlineDateAndTextAndKeepsTheColumnsOfItsTable(String name, String title)
      throws IOException {
    Article article = exhibit(name);

    assertThat(article.title()).isEqualTo(title);
    assertThat(article.publisher()).isEqualTo("sec.gov");
    assertThat(article.publishedAt()).isEqualTo(FILED);
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.text())
        .startsWith("Record data center revenue; memory sold out through calendar 2026\n\nSAN JOSE")
        .contains("Inventia expects revenue of $4.60 billion, plus or minus $150 million");
    assertThat(article.tables().getFirst().rows())
        .extracting(TableRow::cells)
        .containsExactly(
            List.of("", "Q2 2026", "Q1 2026", "Q2 2025"),
            List.of("Revenue", "$4,120", "$3,490", "$2,820"),
            List.of("Gross margin", "2,060", "1,610", "1,100"),
            List.of("Operating income", "1,240", "910", "470"),
            List.of("Diluted earnings per share", "$2.31", "$1.70", "$0.88"));
  }

  private static final String TEXT =
      "<p>Inventia Corp. sold memory for $4.12 billion in its second fiscal quarter, which was 18%"
          + " more than in the quarter before it, and expects to sell more in the third.</p>";

  private static Article page(String head, @Nullable Announcement said) {
    return read(("<html>" + head + TEXT.repeat(3)).getBytes(StandardCharsets.UTF_8), said);
  }

  @Test
  void takesTitleAndTimeFromWhereThePageWasAnnouncedOnlyIfItHasNone() {
    Announcement said = new Announcement("  Inventia\n sells more", FILED);

    Article bare = page("", said);
    assertThat(bare.title()).isEqualTo("Inventia sells more");
    assertThat(bare.publishedAt()).isEqualTo(FILED);

    Article full =
        page("<title>Memory sold out</title><meta name=date content='2026-04-29T10:00:00Z'>", said);
    assertThat(full.title()).isEqualTo("Memory sold out");
    assertThat(full.publishedAt()).isEqualTo("2026-04-29T10:00:00Z");

    Article unannounced = page("", null);
    assertThat(unannounced.title()).isNull();
    assertThat(unannounced.publishedAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Document", "EX-99.1", "Exhibit 99.1", "untitled", "EX-99.1a"})
  void takesTheKindOfADocumentForNoTitle(String title) {
    assertThat(page("<title>" + title + "</title>", null).title()).isNull();
  }
}
