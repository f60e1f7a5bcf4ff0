package io.chipwire.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chipwire.article.Article;
import io.chipwire.article.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Reads pages of our own, on each of which a person has marked what belongs to the article. */
class OwnPagesTest {

  private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final int SHINGLE = 4;

  private final Path folder = PageFiles.own();
  private final PageReader reader = new PageReader();

  @Test
  void readsTheTextThatAPersonMarked() throws IOException {
    double sum = 0;
    List<Page> pages = PageFiles.in(folder);
    SoftAssertions each = new SoftAssertions();
    for (Page page : pages) {
      double f1 = f1(shingles(expected(page).path("text").asText()), shingles(read(page).text()));
      each.assertThat(f1).as("F1 of the text of %s", page.source()).isGreaterThanOrEqualTo(0.9);
      sum += f1;
    }
    each.assertAll();
    assertThat(sum / pages.size()).as("mean F1 of the texts").isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void readsTitlePublisherDateAddressAndLanguage() throws IOException {
    SoftAssertions each = new SoftAssertions();
    for (Page page : PageFiles.in(folder)) {
      JsonNode expected = expected(page);
      Article article = read(page);
      String name = page.source();
      each.assertThat(article.title())
          .as("title of %s", name)
          .isEqualTo(expected.path("title").asText());
      each.assertThat(article.publisher())
          .as("publisher of %s", name)
          .isEqualTo(expected.path("publisher").asText());
      each.assertThat(article.publishedAt())
          .as("date of %s", name)
          .isEqualTo(Instant.parse(expected.path("publishedAt").asText()));
      each.assertThat(article.url())
          .as("address of %s", name)
          .isEqualTo(expected.path("url").asText());
      each.assertThat(article.language())
          .as("language of %s", name)
          .isEqualTo(expected.path("language").asText());
    }
    each.assertAll();
  }

  private JsonNode expected(Page page) throws IOException {
    String json = page.source().replaceFirst("\\.html$", ".json");
    return new JsonMapper().readTree(folder.resolve(json).toFile());
  }

  private Article read(Page page) {
    Reading reading = reader.read(page);
    assertThat(reading).as(page.source()).isInstanceOf(Reading.Accepted.class);
    return ((Reading.Accepted) reading).article();
  }

  private static Map<List<String>, Integer> shingles(String text) {
    List<String> tokens = new ArrayList<>();
    TOKEN.matcher(text).results().map(MatchResult::group).forEach(tokens::add);
    Map<List<String>, Integer> shingles = new HashMap<>();
    for (int i = 0; i + SHINGLE <= tokens.size(); i++) {
      shingles.merge(List.copyOf(tokens.subList(i, i + SHINGLE)), 1, Integer::sum);
    }
    return shingles;
  }

  private static double f1(Map<List<String>, Integer> expected, Map<List<String>, Integer> found) {
    int common = 0;
    for (var shingle : expected.entrySet()) {
      common += Math.min(shingle.getValue(), found.getOrDefault(shingle.getKey(), 0));
    }
    int all = expected.values().stream().mapToInt(Integer::intValue).sum();
    int told = found.values().stream().mapToInt(Integer::intValue).sum();
    return all + told == 0 ? 1 : 2.0 * common / (all + told);
  }
}
