package io.chipwire.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.extract.Extractor;
import io.chipwire.signal.Signal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SignalSentencesTest {

  private static final Extractor EXTRACTOR = Extractor.load();

  private static List<String> signals(String text) {
    Article article =
        new Article(
            "https://news.example/1",
            "test",
            0,
            null,
            "https://news.example/1",
            null,
            null,
            "Example News",
            Instant.parse("2026-04-30T12:00:00Z"),
            null,
            null,
            null,
            "en",
            text,
            List.of(),
            List.of());
    return EXTRACTOR.extract(article).signals().stream()
        .map(SignalSentencesTest::line)
        .distinct()
        .toList();
  }

  private static String line(Signal signal) {
    return "%s %s %s"
        .formatted(
            signal.kind().label(),
            signal.subject() == null ? "-" : signal.subject(),
            signal.direction() == null ? "-" : signal.direction().name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "sentences.tsv",
      delimiter = '\t',
      quoteCharacter = '\u0001',
      maxCharsPerColumn = 1000)
  void sentencesFireTheseSignals(String text, String expected) {
    List<String> wanted = expected.equals("none") ? List.of() : Arrays.asList(expected.split("; "));
    assertThat(signals(text)).as(text).containsExactlyInAnyOrderElementsOf(wanted);
  }
}
