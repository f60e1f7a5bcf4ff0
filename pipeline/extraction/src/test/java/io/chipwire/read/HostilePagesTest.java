package io.chipwire.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.RejectionReason;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages made to cost time, stack or memory. */
class HostilePagesTest {

  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static final String PROSE =
      "The company said on Tuesday that it would build a plant for wafers near the old harbour, and"
          + " that the first machines would arrive in the spring of next year. ";

  private final PageReader reader = new PageReader();

  @ParameterizedTest
  @MethodSource
  void costLittleAndBreakNothing(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    reader.read(PageFiles.page("warm-up.html", PROSE.getBytes(StandardCharsets.UTF_8)));

    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Reading reading = reader.read(PageFiles.page("hostile.html", bytes));
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    assertThat(Duration.ofNanos(after - before)).isLessThan(LONGEST);
    if (reading instanceof Reading.Refused refused) {
      assertThat(refused.rejection().reason())
          .as(refused.rejection().message())
          .isNotEqualTo(RejectionReason.INTERNAL);
    }
  }

  static Stream<Named<String>> costLittleAndBreakNothing() {
    return Stream.of(
        Named.of("100,000 nested elements", "<div>".repeat(100_000) + PROSE),
        Named.of("100,000 nested inline elements", "<b><span>".repeat(50_000) + PROSE),
        Named.of("100,000 nested links", "<a href=x><i>".repeat(50_000) + PROSE),
        Named.of("20,000 nested tables", "<table><tr><td>".repeat(20_000) + PROSE),
        Named.of("50,000 nested lists", "<ul><li>".repeat(50_000) + PROSE),
        Named.of("100,000 attributes", "<p" + " a%d=b".repeat(100_000) + ">" + PROSE),
        Named.of("100,000 different attributes", "<p" + numbered(" a%d=b", 100_000) + ">" + PROSE),
        Named.of("a class of 5 MB", "<p class='" + "ad ".repeat(1_700_000) + "'>" + PROSE),
        Named.of("40,000 paragraphs alike", ("<p>" + PROSE).repeat(40_000)),
        Named.of("30,000 paragraphs", numbered("<p>%d. " + PROSE, 30_000)),
        Named.of("a paragraph of 5 MB", "<p>" + PROSE.repeat(30_000)),
        Named.of("a word of 5 MB", "<p>" + "x".repeat(5_000_000)),
        Named.of("300,000 line breaks", PROSE + "<br>".repeat(300_000)),
        Named.of("60,000 links", numbered("<a href=/%1$d>Link number %1$d of all</a>", 60_000)),
        Named.of("30,000 headlines", numbered("<h1>The plant by harbour %d</h1>", 30_000)),
        Named.of("15,000 sections", numbered("<h2>Related stories</h2><p>%d " + PROSE, 15_000)),
        Named.of("15,000 quotes", numbered("<blockquote>%d " + PROSE + "</blockquote>", 15_000)),
        Named.of("30,000 dates", numbered("<time datetime=2026-01-02>2 January %d</time>", 30_000)),
        Named.of("20,000 rows of spans", numbered("<tr><td colspan=99>%d<td>$<td>1", 20_000)),
        Named.of(
            "a table of 60,000 rows", "<table>" + numbered("<tr><td>%d<td>$<td>1<td>%%", 60_000)),
        Named.of("500,000 references", "<p>" + "&amp;&lt;&#x41;".repeat(200_000)),
        Named.of("200,000 comments", "<!---->".repeat(200_000) + PROSE),
        Named.of("unclosed comment", "<!--" + PROSE.repeat(20_000)),
        Named.of("30,000 meta tags", numbered("<meta name=author content='Ann %d'>", 30_000)),
        Named.of("a title of 3 MB", "<title>" + "A | B - ".repeat(400_000) + "</title>" + PROSE),
        Named.of("brackets in the title", "<title>" + "(".repeat(200_000) + "</title>" + PROSE),
        Named.of("JSON-LD nested deeply", linked("[".repeat(1_000_000))),
        Named.of("JSON-LD objects nested deeply", linked("{\"@type\":".repeat(300_000))),
        Named.of(
            "50,000 JSON-LD articles",
            linked("[" + numbered("{\"@type\":\"Article\",\"headline\":\"%d\"},", 50_000) + "1]")),
        Named.of(
            "JSON-LD body of 8 MB",
            linked("{\"@type\":\"Article\",\"articleBody\":\"" + PROSE.repeat(50_000) + "\"}")),
        Named.of(
            "JSON-LD body of tags",
            linked("{\"@type\":\"Article\",\"articleBody\":\"" + "<p><b>".repeat(500_000) + "\"}")),
        Named.of(
            "50,000 authors",
            linked("{\"@type\":\"Article\",\"author\":[" + "\"Ann\",".repeat(50_000) + "\"\"]}")),
        Named.of(
            "an address of 1 MB", "<link rel=canonical href='http://a/" + "b/".repeat(500_000)),
        Named.of("bytes that look like UTF-16", "\u0000<".repeat(100_000)),
        Named.of("script never closed", "<script>" + "if (a < b) { ".repeat(300_000)));
  }

  private static String linked(String json) {
    return "<script type='application/ld+json'>" + json + "</script><p>" + PROSE + "</p>";
  }

  private static String numbered(String format, int times) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      text.append(format.formatted(i));
    }
    return text.toString();
  }
}
