package io.chipwire.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.extract.Extractor;
import io.chipwire.signal.Signal;
import io.chipwire.table.Rows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures the detector on short articles. Not every one is read right; the floors say how many
 * are, and rise with the rules.
 */
class SignalArticlesTest {

  private record Reading(String title, Set<String> wanted, Set<String> found) {}

  private static List<Reading> readings;

  @BeforeAll
  static void readArticles() {
    Extractor extractor = Extractor.load();
    readings =
        Rows.of(SignalArticlesTest.class, "articles.tsv", 3).stream()
            .map(row -> read(extractor, row.cell(0), row.cell(1), row.cell(2)))
            .toList();
  }

  private static Reading read(Extractor extractor, String title, String text, String wanted) {
    Article article =
        new Article(
            "https://news.example/1",
            "test",
            0,
            null,
            "https://news.example/1",
            title,
            null,
            "Example News",
            Instant.parse("2026-04-30T12:00:00Z"),
            null,
            null,
            null,
            "en",
            text.replace("¶", "\n\n"),
            List.of(),
            List.of());
    return new Reading(
        title,
        wanted.equals("none") ? Set.of() : Set.copyOf(Arrays.asList(wanted.split("; "))),
        extractor.extract(article).signals().stream()
            .map(SignalArticlesTest::line)
            .collect(Collectors.toSet()));
  }

  private static String line(Signal signal) {
    return "%s %s %s"
        .formatted(
            signal.kind().label(),
            signal.subject() == null ? "-" : signal.subject(),
            signal.direction() == null ? "-" : signal.direction().name().toLowerCase(Locale.ROOT));
  }

  private static double f1(Function<String, String> part) {
    int hits = 0;
    int all = 0;
    for (Reading reading : readings) {
      Set<String> wanted = reading.wanted.stream().map(part).collect(Collectors.toSet());
      Set<String> found = reading.found.stream().map(part).collect(Collectors.toSet());
      all += wanted.size() + found.size();
      hits += (int) found.stream().filter(wanted::contains).count();
    }
    return 2.0 * hits / all;
  }

  @Test
  void mostSignalsOfUnknownArticlesAreRight() {
    assertThat(f1(signal -> signal)).isGreaterThanOrEqualTo(0.72);
    assertThat(f1(signal -> signal.substring(0, signal.indexOf(' ')))).isGreaterThanOrEqualTo(0.78);
  }

  @Test
  void articlesWithoutNewsStayQuiet() {
    Predicate<Reading> quiet = reading -> reading.wanted.isEmpty();
    assertThat(readings).filteredOn(quiet).hasSizeGreaterThanOrEqualTo(15);
    assertThat(readings)
        .filteredOn(quiet.and(reading -> !reading.found.isEmpty()))
        .extracting(Reading::title)
        .isEmpty();
  }
}
