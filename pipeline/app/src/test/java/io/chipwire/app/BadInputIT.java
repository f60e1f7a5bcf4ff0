package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.extraction.ExtractionJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken inputs through the job into the index: counted, kept with a reason, and nothing lost. */
class BadInputIT {

  private static final String LINE =
      "{\"id\":\"%s\",\"text\":\"Micron said on Tuesday that it will raise its capital budget to"
          + " $20 billion this year.\"}\n";

  @Test
  void backfillsWhatIsGoodAndKeepsTheReasonsForTheRest(@TempDir Path folder) throws Exception {
    Path archive = Files.createDirectory(folder.resolve("archive"));
    Path index = folder.resolve("index");
    Files.write(archive.resolve("1-empty.html"), new byte[0]);
    Files.write(archive.resolve("2-binary.html"), new byte[] {0, 1, 2, 3});
    Files.writeString(
        archive.resolve("3-lines.jsonl"), LINE.formatted("a") + "oops\n" + LINE.formatted("b"));
    Files.writeString(archive.resolve("4-none.warc"), "no WARC at all");

    Run backfill =
        Run.of("backfill", "--json", "--index", index.toString(), archive.toString(), "nowhere");

    assertThat(backfill.code()).isEqualTo(1);
    JsonNode counts = ExtractionJson.mapper().readTree(backfill.out());
    assertThat(counts.at("/read").asInt()).isEqualTo(7);
    assertThat(counts.at("/indexed").asInt()).isEqualTo(2);
    assertThat(counts.at("/rejected"))
        .isEqualTo(
            ExtractionJson.mapper()
                .readTree("{\"BINARY\":1,\"EMPTY\":1,\"MALFORMED\":2,\"NOT_FOUND\":1}"));
    List<String> letters = Files.readAllLines(Path.of(counts.at("/deadLetters").asText()));
    assertThat(letters).hasSize(5);
    assertThat(String.join("\n", letters))
        .contains(archive.resolve("3-lines.jsonl") + "#2: expected one JSON object")
        .contains("nowhere: no such file or folder");
    Run search = Run.of("search", "--index", index.toString(), "--json", "value:20B metric:capex");
    assertThat(search.code()).isZero();
    assertThat(ExtractionJson.mapper().readTree(search.out()).at("/total").asInt()).isEqualTo(2);
  }
}
