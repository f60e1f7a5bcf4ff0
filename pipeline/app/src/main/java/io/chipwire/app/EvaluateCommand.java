package io.chipwire.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.app.input.Inputs;
import io.chipwire.app.input.Outcome;
import io.chipwire.article.Article;
import io.chipwire.evaluate.GoldArticles;
import io.chipwire.evaluate.GoldScore;
import io.chipwire.extract.Extractor;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.read.PageReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chipwire evaluate}: how well extraction agrees with articles marked by hand. */
@Command(
    name = "evaluate",
    description =
        "Compares what is extracted with gold articles and prints precision, recall and F1 of"
            + " each kind of fact, then of figures per class of unit and per metric.")
final class EvaluateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "GOLD_DIR",
      description =
          "A folder of gold articles (*.json). One with a page beside it (same name, .html or"
              + " .html.gz) is read from the page, any other from its own text.")
  private Path folder = Path.of("");

  @Option(
      names = "--misses",
      paramLabel = "N",
      defaultValue = "0",
      description = "Print up to N misses and N inventions of each kind.")
  private int misses;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description =
          "Score these extractions (JSON Lines, - for standard input) instead of extracting now.")
  private @Nullable String predictions;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Map<Path, JsonNode> gold;
    Map<String, JsonNode> predicted;
    try {
      gold = GoldArticles.gold(folder);
      predicted = predictions == null ? extracted(gold) : read(predictions);
    } catch (IllegalArgumentException | IOException e) {
      throw new UsageException(cause(e), e);
    }
    GoldScore score = GoldScore.of(gold.values(), predicted);
    score.report(Math.max(0, misses)).forEach(terminal.out()::println);
    terminal.out().println();
    score.classTable().forEach(terminal.out()::println);
    return ExitCode.FINE;
  }

  private static String cause(Exception e) {
    boolean file = e instanceof FileSystemException;
    return file
        ? e.getClass().getSimpleName().replaceAll("Exception$", "") + ": " + e.getMessage()
        : e.getMessage();
  }

  private Map<String, JsonNode> read(String name) throws IOException {
    if (name.equals("-")) {
      return GoldArticles.predictions(
          new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)),
          "standard input");
    }
    try (BufferedReader lines = Files.newBufferedReader(Path.of(name))) {
      return GoldArticles.predictions(lines, name);
    }
  }

  private Map<String, JsonNode> extracted(Map<Path, JsonNode> gold) throws InterruptedException {
    Extractor extractor = Extractor.load();
    Map<String, JsonNode> predicted = new HashMap<>();
    List<String> pages = new ArrayList<>();
    List<JsonNode> texts = new ArrayList<>();
    gold.forEach(
        (file, article) -> {
          Path page = page(file);
          if (page != null) {
            pages.add(page.toString());
          } else {
            texts.add(article);
          }
        });
    for (JsonNode article : texts) {
      add(predicted, ExtractionJson.write(extractor.extract(article(article))));
    }
    if (!pages.isEmpty()) {
      extract(extractor, pages, predicted);
    }
    return predicted;
  }

  private void extract(
      Extractor extractor, Collection<String> pages, Map<String, JsonNode> predicted)
      throws InterruptedException {
    Inputs inputs = new Inputs(List.copyOf(pages), null, terminal.in());
    inputs.<String>forEach(
        new PageReader(),
        article -> ExtractionJson.write(extractor.extract(article)),
        outcome -> {
          switch (outcome) {
            case Outcome.Taken<String> taken -> add(predicted, taken.value());
            case Outcome.Refused<String> refused ->
                terminal.err().println(InputOptions.line(refused.rejection()));
          }
          return true;
        });
  }

  private static @Nullable Path page(Path file) {
    String name = file.toString();
    String stem = name.substring(0, name.length() - ".json".length());
    for (String suffix : List.of(".html", ".html.gz")) {
      Path page = Path.of(stem + suffix);
      if (Files.isRegularFile(page)) {
        return page;
      }
    }
    return null;
  }

  private static void add(Map<String, JsonNode> predicted, String line) {
    try {
      JsonNode article = ExtractionJson.mapper().readTree(line);
      predicted.put(article.path("url").asText(), article);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("own extraction is no JSON: " + e.getMessage(), e);
    }
  }

  /** The article that a gold file itself holds. */
  private static Article article(JsonNode gold) {
    String url = gold.path("url").asText();
    String title = gold.path("title").isTextual() ? gold.path("title").asText() : null;
    return new Article(
        url,
        url,
        0,
        null,
        url,
        title,
        null,
        gold.path("publisher").isTextual() ? gold.path("publisher").asText() : null,
        instant(gold.path("publishedAt").asText()),
        null,
        null,
        null,
        "en",
        gold.path("text").asText(),
        List.of(),
        List.of());
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
