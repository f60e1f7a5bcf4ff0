package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  private static final String FIGURE =
      "{\"unit\": \"USD\", \"low\": 5, \"high\": 5, \"metric\": \"capex\"}";

  @TempDir private Path folder;

  @BeforeEach
  void writeGold() throws IOException {
    Files.writeString(
        folder.resolve("one.json"),
        "{\"url\": \"https://a.example/1\", \"figures\": [%s], \"signals\": []}".formatted(FIGURE));
  }

  @Test
  void scoresPredictionsFromStandardInput() {
    String predicted =
        "{\"url\": \"https://a.example/1\", \"figures\": [%s, {\"unit\": \"%%\", \"low\": 1}]}"
            .formatted(FIGURE);

    Run run = Run.with(predicted, "evaluate", "--misses", "1", "--predictions", "-", folder + "");

    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .startsWith("1 articles, 0 without a prediction")
        .contains(
            "figures (value)        P 0.500  R 1.000  F1 0.667   (1 of 1 gold, 2 predicted)",
            "invented figures (value)        https://a.example/1  ('%', 1.0, None, None)",
            "quiet articles with a false signal: 0 of 1")
        .anySatisfy(line -> assertThat(line).startsWith("money "));
  }

  @Test
  void refusesAFolderWithoutGold() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Run run = Run.of("evaluate", empty.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "chipwire evaluate: " + empty + ": no gold articles (*.json)" + System.lineSeparator());
  }

  @Test
  void namesAMissingFileOfPredictions() {
    Path absent = folder.resolve("absent.jsonl");

    Run run = Run.of("evaluate", "--predictions", absent.toString(), folder.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("chipwire evaluate: NoSuchFile: " + absent);
  }
}
