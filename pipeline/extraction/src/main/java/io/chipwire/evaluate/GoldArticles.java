package io.chipwire.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads gold articles and predictions. */
public final class GoldArticles {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private GoldArticles() {}

  /**
   * The gold articles of a folder, by file, in the order of their names.
   *
   * @throws IllegalArgumentException if the folder holds none, or one of them is no JSON object
   *     with a {@code url}
   */
  public static Map<Path, JsonNode> gold(Path folder) throws IOException {
    Map<Path, JsonNode> articles = new LinkedHashMap<>();
    List<Path> files;
    try (Stream<Path> listing = Files.list(folder)) {
      files = listing.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    for (Path file : files) {
      articles.put(file, article(Files.readString(file), file.toString()));
    }
    if (articles.isEmpty()) {
      throw new IllegalArgumentException(folder + ": no gold articles (*.json)");
    }
    return articles;
  }

  /**
   * Predictions by URL, one JSON object a line; blank lines are passed over.
   *
   * @param name what messages call the input
   * @throws IllegalArgumentException if a line is no JSON object with a {@code url}
   */
  public static Map<String, JsonNode> predictions(BufferedReader lines, String name)
      throws IOException {
    Map<String, JsonNode> articles = new HashMap<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        JsonNode article = article(line, name + ":" + number);
        articles.put(article.path("url").asText(), article);
      }
    }
    return articles;
  }

  private static JsonNode article(String json, String where) {
    try {
      JsonNode article = MAPPER.readTree(json);
      if (article == null || !article.path("url").isTextual()) {
        throw new IllegalArgumentException(where + ": expected a JSON object with a \"url\"");
      }
      return article;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(where + ": not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
