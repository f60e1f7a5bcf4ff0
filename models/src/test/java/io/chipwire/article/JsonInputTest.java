package io.chipwire.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonInputTest {

  private static final Instant FETCHED = Instant.parse("2026-05-01T08:00:00Z");
  private static final JsonInput PLACE = new JsonInput("in#7", 7, FETCHED, true, "pages");

  private static Intake read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return PLACE.read(bytes, bytes.length, null);
  }

  private static Page page(String json) {
    return Objects.requireNonNull(read(json).page());
  }

  @Test
  void takesATextWithWhatStandsBesideIt() {
    assertThat(
            page(
                """
                {"id": 9, "url": "https://a.example/1", "title": " T ", "publisher": "P",
                 "publishedAt": "2026-04-30", "language": "en", "text": "One.", "more": [{}]}
                """))
        .isEqualTo(
            new Page(
                "in#7",
                7,
                "9",
                "https://a.example/1",
                null,
                FETCHED,
                null,
                new TextDocument("T", "P", Instant.parse("2026-04-30T00:00:00Z"), "en", "One."),
                true,
                null,
                "pages",
                false));
  }

  @Test
  void takesNoDateThatNoArticleHas() {
    for (String date : new String[] {"-999999999-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z"}) {
      Page page = page("{\"text\":\"One.\",\"publishedAt\":\"" + date + "\"}");
      assertThat(Objects.requireNonNull(page.document()).publishedAt()).isNull();
    }
  }

  @Test
  void takesAPageWhoseSourceSaysTheRest() {
    Page page = page("{\"id\":\"x\",\"title\":\"not asked\",\"html\":\"<h1>Größe</h1>\"}");

    assertThat(new String(Objects.requireNonNull(page.body()), StandardCharsets.UTF_8))
        .isEqualTo("<h1>Größe</h1>");
    assertThat(page.charset()).isEqualTo("UTF-8");
    assertThat(page.document()).isNull();
    assertThat(page.id()).isEqualTo("x");
    assertThat(page.fetchedAt()).isEqualTo(FETCHED);
    assertThat(page.obeysOptOuts()).isTrue();
  }

  @Test
  void readsNoFurtherThanTheObject() {
    byte[] bytes = "{\"text\":\"x\"}garbage".getBytes(StandardCharsets.UTF_8);

    Page page = Objects.requireNonNull(PLACE.read(bytes, bytes.length - 7, null).page());

    assertThat(Objects.requireNonNull(page.document()).text()).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | MALFORMED | expected a field \"text\" with the article's text, or \"html\" with its"
            + " page",
        "{\"text\":{\"a\":1}} | MALFORMED | expected a field \"text\" with the article's text, or"
            + " \"html\" with its page",
        "{\"text\":\"a\",\"html\":\"b\"} | MALFORMED | fields \"text\" and \"html\": expected one of"
            + " them",
        "{\"text\":\" \\n\"} | EMPTY | field \"text\" is blank",
        "{\"html\":\"\"} | EMPTY | field \"html\" is blank",
        "[1] | MALFORMED | expected one JSON object: found START_ARRAY",
        "`` | MALFORMED | expected one JSON object: found null",
        "{\"text\":\"a\"}{} | MALFORMED | expected one JSON object: something follows the object"
      })
  void refusesWhatIsNoDocument(String json, RejectionReason reason, String message) {
    assertThat(read(json).rejection())
        .isEqualTo(new Rejection(Rejection.Stage.OPEN, reason, "in#7", "in#7: " + message, json));
  }

  @Test
  void keepsOnlyTheBeginningOfWhatItRefuses() {
    Rejection rejection = Objects.requireNonNull(read("x".repeat(5_000)).rejection());

    assertThat(rejection.reason()).isEqualTo(RejectionReason.MALFORMED);
    assertThat(rejection.excerpt()).hasSize(Rejection.MAX_EXCERPT);
  }
}
