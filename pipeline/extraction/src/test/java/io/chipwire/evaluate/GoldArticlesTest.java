package io.chipwire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldArticlesTest {

  @TempDir private Path folder;

  @Test
  void readsTheGoldOfAFolderInTheOrderOfNames() throws IOException {
    Files.writeString(folder.resolve("b.json"), "{\"url\": \"https://a.example/b\"}");
    Files.writeString(folder.resolve("a.json"), "{\"url\": \"https://a.example/a\"}");
    Files.writeString(folder.resolve("a.html"), "<p>not gold</p>");

    assertThat(GoldArticles.gold(folder).values())
        .extracting(article -> article.path("url").asText())
        .containsExactly("https://a.example/a", "https://a.example/b");
  }

  @Test
  void refusesAFolderWithoutGold() {
    assertThatThrownBy(() -> GoldArticles.gold(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder + ": no gold articles (*.json)");
  }

  @Test
  void namesTheLineOfABrokenPrediction() {
    BufferedReader lines =
        new BufferedReader(new StringReader("{\"url\": \"https://a.example/a\"}\n\n{\"url\""));

    assertThatThrownBy(() -> GoldArticles.predictions(lines, "out.jsonl"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("out.jsonl:3: not JSON: ");
  }

  @Test
  void asksForAUrl() {
    BufferedReader lines = new BufferedReader(new StringReader("{\"title\": \"x\"}"));

    assertThatThrownBy(() -> GoldArticles.predictions(lines, "out.jsonl"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("out.jsonl:1: expected a JSON object with a \"url\"");
  }
}
