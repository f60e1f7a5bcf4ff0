package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedCommandTest {

  private static final String WALL =
      """
      {"stage":"READ","reason":"PAYWALL_STUB","source":"https://Wire.example/1","message":"200 characters: expected an article","excerpt":"<p>"}
      """;
  private static final String GONE =
      """
      {"stage":"FETCH","reason":"HTTP_STATUS","source":"https://other.example/2","message":"https://other.example/2: 404","excerpt":"\\u001b[31m"}
      """;

  @TempDir private Path index;

  @BeforeEach
  void refuse() throws IOException {
    Path folder = Files.createDirectory(index.resolve("rejected"));
    Files.writeString(folder.resolve("run.jsonl"), WALL + GONE + WALL);
  }

  private Run rejected(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "rejected";
    args[1] = "--index";
    args[2] = index.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Run.of(args);
  }

  @Test
  void listsEachInALine() {
    Run run = rejected();

    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "rejected: PAYWALL_STUB: https://Wire.example/1: 200 characters: expected an article",
            "rejected: HTTP_STATUS: https://other.example/2: 404",
            "rejected: PAYWALL_STUB: https://Wire.example/1: 200 characters: expected an article");
  }

  @Test
  void leavesOutWhatWasNotAskedFor() {
    assertThat(rejected("--reason", "http_status,EMPTY").lines()).hasSize(1);
    assertThat(rejected("--stage", "READ").lines()).hasSize(2);
    assertThat(rejected("--source", "wire.EXAMPLE").lines()).hasSize(2);
    assertThat(rejected("--source", "wire.example", "--stage", "fetch").lines())
        .containsExactly("nothing that was rejected matches");
  }

  @Test
  void writesJsonWithTheExcerpt() {
    Run run = rejected("--json", "--stage", "FETCH");

    assertThat(run.out()).isEqualToNormalizingNewlines(GONE.replace("001b", "001B"));
    assertThat(rejected("--json", "--reason", "EMPTY").out()).isEmpty();
  }

  @Test
  void countsByStageAndReason() {
    assertThat(rejected("--count").lines())
        .map(line -> line.replaceAll(" +", " "))
        .containsExactly("STAGE REASON COUNT", "FETCH HTTP_STATUS 1", "READ PAYWALL_STUB 2");
    assertThat(rejected("--count", "--json", "--stage", "READ").lines())
        .containsExactly("{\"stage\":\"READ\",\"reason\":\"PAYWALL_STUB\",\"count\":2}");
  }

  @Test
  void tellsOfALineThatAKillCutOff() throws IOException {
    Path file = index.resolve("rejected/run.jsonl");
    Files.writeString(file, "{\"stage\":\"RE", StandardOpenOption.APPEND);

    Run run = rejected("--stage", "READ");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.err()).startsWith("unreadable: " + file + ":4: ");
  }

  @Test
  void refusesAnUnknownReasonAndAFolderThatIsNoIndex() {
    Run unknown = rejected("--reason", "BORED");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("BORED").contains("PAYWALL_STUB");

    Run nowhere = Run.of("rejected", "--index", index.resolve("none").toString());
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("no such folder");
  }

  @Test
  void leavesAddressesForTheLiveJobAndNamesFiles() throws IOException {
    Files.writeString(
        index.resolve("rejected/backfill.jsonl"),
        """
        {"stage":"OPEN","reason":"MALFORMED","source":"old/news.jsonl.gz#12","message":"m","excerpt":""}
        {"stage":"WATCH","reason":"SILENT","source":"https://other.example/feed","message":"m","excerpt":""}
        """);

    Run run = rejected("--replay");

    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "2 addresses are fetched once more while chipwire run works",
            "to load files again: chipwire backfill --index " + index,
            "  old/news.jsonl.gz");
    try (Stream<Path> files = Files.list(index.resolve("replay"))) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.readAllLines(file))
                      .containsExactly("https://wire.example/1", "https://other.example/2"));
    }
  }

  @Test
  void replaysOnlyWhatWasAskedFor() {
    assertThat(rejected("--replay", "--json", "--reason", "HTTP_STATUS").lines())
        .containsExactly("{\"addresses\":1,\"files\":[]}");
    assertThat(rejected("--replay", "--reason", "EMPTY").lines())
        .containsExactly("no address to be fetched once more");
  }
}
