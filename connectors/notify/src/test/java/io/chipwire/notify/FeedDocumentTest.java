package io.chipwire.notify;

import static io.chipwire.notify.Messages.NOW;
import static io.chipwire.notify.Messages.message;
import static io.chipwire.notify.Messages.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.chipwire.alert.Alert;
import io.chipwire.alert.Message;
import io.chipwire.extraction.ExtractionJson;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedDocumentTest {

  private static final String SELF = "https://alerts.example.org/feeds/hush";

  private static FeedDocument feed(int alerts, String sentence) {
    Message message = message("m", webhook("c", "https://x.example/"), alerts, sentence);
    return new FeedDocument(message.subscription(), message.alerts(), SELF);
  }

  private static SyndFeed atom(FeedDocument feed) throws Exception {
    SyndFeedInput input = new SyndFeedInput();
    return input.build(new XmlReader(new ByteArrayInputStream(feed.atom())));
  }

  @Test
  void writesAtomThatAReaderReads() throws Exception {
    SyndFeed read = atom(feed(2, "A <b>sentence</b> & more."));

    assertThat(read.getFeedType()).isEqualTo("atom_1.0");
    assertThat(read.getTitle()).isEqualTo("chipwire: capex");
    assertThat(read.getUri()).startsWith("urn:uuid:");
    assertThat(read.getAuthors()).extracting(SyndPerson::getName).containsExactly("chipwire");
    assertThat(read.getLinks())
        .anyMatch(l -> l.getRel().equals("self") && l.getHref().equals(SELF + ".atom"));
    assertThat(read.getEntries()).hasSize(2);
    SyndEntry entry = read.getEntries().getFirst();
    assertThat(entry.getTitle()).isEqualTo("Amazon <spends> more");
    assertThat(entry.getLink()).isEqualTo("https://news.example/0");
    assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(NOW));
    assertThat(entry.getPublishedDate()).isEqualTo(Date.from(NOW));
    assertThat(entry.getAuthors())
        .extracting(SyndPerson::getName)
        .containsExactly("The Fab Gazette");
    assertThat(entry.getContents().getFirst().getType()).isEqualTo("html");
    assertThat(entry.getContents().getFirst().getValue())
        .contains("A &lt;b&gt;sentence&lt;/b&gt; &amp; more.")
        .contains("Amazon capex 2026Q1: $43.2B, up 78% YoY");
    assertThat(read.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
  }

  @Test
  void writesWhatJsonFeedDemands() throws Exception {
    JsonNode feed = ExtractionJson.mapper().readTree(feed(2, "A sentence.").json());

    assertThat(feed.at("/version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.at("/title").isTextual()).isTrue();
    assertThat(feed.at("/feed_url").asText()).isEqualTo(SELF + ".json");
    assertThat(feed.at("/items").isArray()).isTrue();
    Set<String> ids = new HashSet<>();
    for (JsonNode item : feed.at("/items")) {
      assertThat(item.at("/id").isTextual()).isTrue();
      assertThat(ids.add(item.at("/id").asText())).isTrue();
      assertThat(URI.create(item.at("/url").asText())).hasScheme("https");
      assertThat(item.has("content_html") || item.has("content_text")).isTrue();
      assertThat(Instant.parse(item.at("/date_published").asText())).isEqualTo(NOW);
      assertThat(item.at("/authors/0/name").asText()).isEqualTo("The Fab Gazette");
      item.fields().forEachRemaining(field -> assertThat(field.getValue().isNull()).isFalse());
    }
  }

  @Test
  void isAFeedThoughNothingWasToldYet() throws Exception {
    SyndFeed read = atom(feed(0, "x"));

    assertThat(read.getEntries()).isEmpty();
    assertThat(read.getPublishedDate()).isEqualTo(Date.from(NOW)); // Atom's updated
  }

  @Test
  void holdsWhateverTextIsMadeOf() throws Exception {
    FeedDocument feed = feed(1, "a\u0000b\uFFFF\uD83D\uDCC8]]>\uD800");
    Alert alert = feed.alerts().getFirst();

    assertThat(atom(feed).getEntries().getFirst().getContents().getFirst().getValue())
        .contains("a b \uD83D\uDCC8]]&gt;");
    assertThat(ExtractionJson.mapper().readTree(feed.json()).at("/items/0/id").asText())
        .isEqualTo(alert.id());
  }

  @Test
  void linksToTheWebOnly() throws Exception {
    Alert from = feed(1, "x").alerts().getFirst();
    Alert script =
        new Alert(
            from.id(),
            from.subscriptionId(),
            from.subscriptionName(),
            from.articleId(),
            null,
            "javascript:alert(1)",
            null,
            from.sentence(),
            List.of(),
            List.of(),
            1,
            List.of(),
            null,
            null,
            null,
            NOW,
            NOW);
    FeedDocument feed = new FeedDocument(feed(1, "x").subscription(), List.of(script), SELF);

    assertThat(new String(feed.atom(), StandardCharsets.UTF_8)).doesNotContain("javascript");
    assertThat(ExtractionJson.mapper().readTree(feed.json()).at("/items/0").has("url")).isFalse();
    assertThat(atom(feed).getEntries().getFirst().getTitle()).isEqualTo("(no title)");
  }
}
