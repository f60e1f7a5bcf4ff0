package io.chipwire.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Article;
import io.chipwire.entity.EntityLinker;
import io.chipwire.entity.LinkedEntities;
import io.chipwire.fact.Figure;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Language;
import io.chipwire.quantity.QuantityGrammar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sentence of {@code sentences.txt}, from words to figures. */
class FigureSentencesTest {

  private static final String[] FIELDS = {
    "metric", "subject", "product", "period", "change", "status"
  };

  private record Example(String day, String title, String text, List<String[]> figures) {}

  @TestFactory
  Stream<DynamicTest> sentencesHoldTheirFigures() throws IOException {
    return examples().stream()
        .map(example -> DynamicTest.dynamicTest(example.text(), () -> check(example)));
  }

  private static void check(Example example) {
    List<Figure> figures = read(example);
    for (String[] expected : example.figures()) {
      Figure figure =
          figures.stream().filter(f -> f.text().contains(expected[0])).findFirst().orElse(null);
      assertThat(figure)
          .as("figure \"%s\" of \"%s\", found %s", expected[0], example.text(), figures)
          .isNotNull();
      String[] found = fields(figure);
      for (int i = 0; i < FIELDS.length; i++) {
        if (!matches(expected[i + 1], found[i])) {
          assertThat(found[i])
              .as("%s of \"%s\" in \"%s\"", FIELDS[i], expected[0], example.text())
              .isEqualTo(expected[i + 1]);
        }
      }
    }
  }

  /** {@code *} stands for anything, also behind the slash of a change. */
  private static boolean matches(String expected, String found) {
    return expected.equals("*")
        || expected.equals(found)
        || expected.endsWith("/*")
            && found.startsWith(expected.substring(0, expected.length() - 1));
  }

  private static String[] fields(Figure figure) {
    return new String[] {
      figure.metric().label(),
      orDash(figure.subject()),
      orDash(figure.product()),
      orDash(figure.period()),
      figure.change() == null
          ? "-"
          : figure.change().direction().label() + "/" + figure.change().basis().label(),
      figure.status().label()
    };
  }

  private static String orDash(String value) {
    return value == null ? "-" : value;
  }

  private static List<Figure> read(Example example) {
    AnnotatedText title = Language.shared().annotate(example.title());
    AnnotatedText text = Language.shared().annotate(example.text());
    LinkedEntities linked = EntityLinker.standard().link(title, text, null);
    QuantityGrammar grammar = QuantityGrammar.standard();
    Article article =
        new Article(
            "test",
            "test",
            0,
            null,
            null,
            example.title(),
            null,
            null,
            Instant.parse(example.day() + "T12:00:00Z"),
            null,
            null,
            null,
            "en",
            example.text(),
            List.of(),
            List.of());
    return FigureReader.standard()
        .read(
            article,
            new Passage(title, List.of(), linked.title()),
            new Passage(text, grammar.read(text), linked.text()));
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    String[] head = {};
    StringBuilder text = new StringBuilder();
    List<String[]> figures = new ArrayList<>();
    for (String line : lines()) {
      if (line.startsWith("@ ") || line.isBlank() || line.startsWith("#")) {
        if (!figures.isEmpty()) {
          examples.add(new Example(head[0].strip(), head[1].strip(), text.toString(), figures));
          figures = new ArrayList<>();
        }
        if (line.startsWith("@ ")) {
          head = line.substring(2).split("\\|", 2);
          text = new StringBuilder();
        }
      } else if (line.startsWith("- ")) {
        figures.add(line.substring(2).split(" \\| "));
      } else {
        text.append(text.isEmpty() ? "" : "\n")
            .append(line.startsWith("> ") ? line.substring(2) : line);
      }
    }
    examples.add(new Example(head[0].strip(), head[1].strip(), text.toString(), figures));
    return examples;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = FigureSentencesTest.class.getResourceAsStream("sentences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
