package io.chipwire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chipwire.article.Page;
import io.chipwire.extract.Extractor;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.read.PageReader;
import io.chipwire.read.Reading;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds what extraction reaches on our own pages, each marked by hand in the JSON beside it. Floors
 * only rise.
 */
class GoldFloorsTest {

  private static GoldScore score;
  private static Map<Path, JsonNode> gold;
  private static final Map<String, JsonNode> found = new HashMap<>();

  @BeforeAll
  static void extractAll() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(PageReader.class.getResource("pages"), "pages: no resource")
                .toURI());
    gold = GoldArticles.gold(folder);
    PageReader reader = new PageReader();
    Extractor extractor = Extractor.load();
    ObjectMapper json = new ObjectMapper();
    for (Path file : gold.keySet()) {
      String name = file.getFileName().toString().replace(".json", ".html");
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      Reading reading = reader.read(new Page(name, 0, null, null, null, null, bytes, null));
      if (reading instanceof Reading.Accepted accepted) {
        JsonNode extraction =
            json.readTree(ExtractionJson.write(extractor.extract(accepted.article())));
        found.put(extraction.path("url").asText(), extraction);
      }
    }
    score = GoldScore.of(gold.values(), found);
  }

  @ParameterizedTest
  @CsvSource({
    GoldScore.FIGURE_VALUES + ", 0.97",
    GoldScore.FULL_FACTS + ", 0.80",
    GoldScore.ENTITIES + ", 0.97",
    GoldScore.COMMITMENTS + ", 0.97",
    GoldScore.COMMITMENT_PARTIES + ", 0.97",
    GoldScore.SIGNALS + ", 0.80",
    GoldScore.SIGNAL_KINDS + ", 0.90",
  })
  void isReachedByFactsOfEachKind(String kind, double floor) {
    assertThat(score.tally(kind).f1()).isGreaterThanOrEqualTo(floor);
  }

  @Test
  void atMostOneQuietArticleInEightRaisesASignal() {
    assertThat(score.quiet()).isGreaterThanOrEqualTo(8);
    assertThat(score.quietAlarmed() * 8).isLessThanOrEqualTo(score.quiet());
  }

  @Test
  void confidenceIsAboutTheShareOfFiguresThatIsRight() {
    double[] sure = new double[11];
    int[] right = new int[11];
    int[] all = new int[11];
    for (JsonNode marked : gold.values()) {
      JsonNode extraction = found.get(marked.path("url").asText());
      Set<Object> wanted = new HashSet<>();
      marked.path("figures").forEach(figure -> wanted.add(FactKeys.fullFact(figure)));
      for (JsonNode figure : extraction.path("figures")) {
        double confidence = figure.path("confidence").asDouble();
        int tenth = (int) Math.round(confidence * 10);
        sure[tenth] += confidence;
        all[tenth]++;
        right[tenth] += wanted.contains(FactKeys.fullFact(figure)) ? 1 : 0;
      }
    }
    double off = 0;
    int figures = 0;
    for (int tenth = 0; tenth < all.length; tenth++) {
      off += Math.abs(sure[tenth] - right[tenth]);
      figures += all[tenth];
    }
    assertThat(figures).isGreaterThan(800);
    assertThat(off / figures).as("expected calibration error").isLessThan(0.05);
  }
}
