package io.chipwire.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pages that give the article's body in JSON-LD as well, or only there. */
class DeclaredBodyTest {

  private static final String FIRST =
      "The company said on Tuesday that it would build a plant for wafers near the old harbour, and"
          + " that the first machines would arrive in the spring of next year.";
  private static final String SECOND =
      "The plant is to cost $3 billion and to employ 1,200 people, most of them from the town, which"
          + " lost its shipyard eleven years ago and has looked for an employer ever since.";
  private static final String THIRD =
      "A spokesman for the town said that the contract had been signed, that the land had been"
          + " cleared, and that nobody expected the railway line to be ready before the plant was.";
  private static final String OFFER =
      "Our shop has boats for $300 today, with oars and a cushion, and you can have yours tomorrow if"
          + " you order before the evening comes and the harbour closes its gates for the night.";

  private final PageReader reader = new PageReader();

  @Test
  void takesTheTextThatStandsOnlyThere() {
    assertThat(text(FIRST + "\\n\\n" + SECOND + "\\n" + THIRD, "<div id=app></div>"))
        .isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
  }

  @Test
  void takesTheWholeTextWhereThePageShowsItsBeginning() {
    assertThat(text(FIRST + "\\n\\n" + SECOND + "\\n\\n" + THIRD, paragraphs(FIRST)))
        .isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
  }

  @Test
  void readsMarkupInItPlainOrEscaped() {
    String expected = FIRST + "\n\n" + SECOND + " & more.\n\n" + THIRD;

    assertThat(
            text(
                "<p>%s</p><p>%s &amp; more.</p><p>%s</p>".formatted(FIRST, SECOND, THIRD),
                "<div id=app></div>"))
        .isEqualTo(expected);
    assertThat(
            text(
                "&lt;p&gt;%s&lt;/p&gt;&lt;p&gt;%s &amp; more.&lt;/p&gt;&lt;p&gt;%s&lt;/p&gt;"
                    .formatted(FIRST, SECOND, THIRD),
                "<div id=app></div>"))
        .isEqualTo(expected);
  }

  @Test
  void crossesOutWhatItDoesNotTell() {
    String shown = paragraphs(FIRST, OFFER, SECOND, THIRD);

    assertThat(text(FIRST + " " + SECOND + " " + THIRD, shown))
        .isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
  }

  @Test
  void isNotBelievedWhenItIsCutShort() {
    String shown = paragraphs(FIRST, OFFER, SECOND, THIRD);

    assertThat(text(FIRST, shown)).contains(SECOND, THIRD, OFFER);
  }

  private static String paragraphs(String... texts) {
    return "<p>" + String.join("</p><p>", texts) + "</p>";
  }

  private String text(String declared, String shown) {
    String html =
        """
        <html><head><title>A plant by the harbour</title><script type="application/ld+json">
        {"@type": "NewsArticle", "headline": "A plant by the harbour", "articleBody": "%s"}</script>
        </head><body><article><h1>A plant by the harbour</h1>%s</article></body></html>
        """
            .formatted(declared, shown);
    Page page =
        new Page(
            "test.html", 0, null, null, null, null, html.getBytes(StandardCharsets.UTF_8), null);
    return ((Reading.Accepted) reader.read(page)).article().text();
  }
}
