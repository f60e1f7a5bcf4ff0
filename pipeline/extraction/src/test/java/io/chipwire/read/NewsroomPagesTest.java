package io.chipwire.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.article.PageFlag;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads pages as news sites, wires and filings write them; see {@code newsroom.txt}. */
class NewsroomPagesTest {

  private static final List<String> STORY =
      List.of(
          "Harbour Chips will build a plant for wafers beside the old harbour of Lindau, the company"
              + " said on Thursday, and move the first machines in next spring.",
          "The plant is to cost 400 million euros and to employ 350 people by 2028, when the last of"
              + " three halls should be finished.",
          "Lindau gives the land for nothing. Its mayor called the gift the best bargain since the"
              + " railway came, although some fishermen would rather have kept their sheds.",
          "Harbour Chips makes analog parts for pumps and lifts, and has run short of them since"
              + " the autumn; its customers wait 26 weeks.",
          "We have never left this lake, and nobody here has asked us to leave it.");
  private static final String HEADLINE = "Harbour Chips to build wafer plant in Lindau";

  private record Page(String name, List<String> wanted, String html) {

    List<String> all(String key) {
      return wanted.stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(key.length()).strip())
          .toList();
    }

    String one(String key) {
      return all(key + ":").stream().findFirst().orElse(null);
    }
  }

  private final PageReader reader = new PageReader();

  static Stream<Named<Page>> pages() throws IOException {
    List<Named<Page>> pages = new ArrayList<>();
    try (InputStream in = NewsroomPagesTest.class.getResourceAsStream("newsroom.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : all.split("(?m)^=== ")) {
        if (!part.startsWith("#")) {
          String[] halves = part.split("(?m)^---\n", 2);
          List<String> head = halves[0].lines().toList();
          pages.add(
              Named.of(
                  head.getFirst(),
                  new Page(head.getFirst(), head.subList(1, head.size()), told(halves[1]))));
        }
      }
    }
    return pages.stream();
  }

  private static String told(String html) {
    String told = html.replace("{h}", HEADLINE);
    for (int i = 0; i < STORY.size(); i++) {
      told = told.replace("{" + (i + 1) + "}", STORY.get(i));
    }
    return told;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void areReadWholeAndWithoutWhatStandsAround(Page page) {
    Reading reading =
        reader.read(PageFiles.page("page.html", page.html.getBytes(StandardCharsets.UTF_8)));
    if (page.one("refused") != null) {
      assertThat(reading).isInstanceOf(Reading.Refused.class);
      assertThat(((Reading.Refused) reading).rejection().reason())
          .isEqualTo(RejectionReason.valueOf(page.one("refused")));
      return;
    }
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    check(page, ((Reading.Accepted) reading).article());
  }

  private static void check(Page page, Article article) {
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < STORY.size(); i++) {
      if (page.html.contains(STORY.get(i))) {
        softly.assertThat(article.text()).contains(STORY.get(i));
      }
    }
    page.all("+").forEach(phrase -> softly.assertThat(article.text()).contains(phrase));
    page.all("-").forEach(phrase -> softly.assertThat(article.text()).doesNotContain(phrase));
    String title = page.one("title");
    if (title != null && !title.equals("-")) {
      softly.assertThat(article.title()).isEqualTo(title);
    }
    if (page.one("byline") != null) {
      softly.assertThat(article.byline()).isEqualTo(page.one("byline"));
    }
    if (page.one("publisher") != null) {
      softly.assertThat(article.publisher()).isEqualTo(page.one("publisher"));
    }
    String date = page.one("date");
    if (date != null && date.length() > 10) {
      softly.assertThat(article.publishedAt()).isEqualTo(OffsetDateTime.parse(date).toInstant());
    } else if (date != null) {
      softly.assertThat(article.publishedOn()).hasToString(date);
    }
    if (page.one("flag") != null) {
      softly.assertThat(article.flags()).contains(PageFlag.valueOf(page.one("flag")));
    }
    softly.assertAll();
  }
}
