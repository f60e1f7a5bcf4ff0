package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.query.Field;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {

  /** Every command there is. */
  static Set<String> commands() {
    return new CommandLine(new Chipwire(), new CommandFactory(Terminal.ofProcess()))
        .getSubcommands()
        .keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  @EmptySource
  void explainsEveryCommandAndExitsFine(String command) {
    Run run = command.isEmpty() ? Run.of("--help") : Run.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(("Usage: chipwire " + command).strip()).contains("--help");
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tellsTheVersionEverywhere(String command) {
    Run run = Run.of(command, "--version");
    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).matches("chipwire \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void namesEveryFieldOfTheQueryLanguage() {
    String help = Run.of("search", "--help").out();
    for (Field field : Field.values()) {
      assertThat(help).containsPattern("\\b" + field.label() + "\\b");
    }
  }

  @Test
  void refusesACommandLineWithoutACommand() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines("chipwire: no command given\nTry 'chipwire --help'.\n");
  }

  @Test
  void refusesAnUnknownCommandAndSuggestsTheOneMeant() {
    Run run = Run.of("searc");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'searc'").contains("chipwire search");
  }

  @Test
  void refusesACommandWithoutItsInput() {
    Run run = Run.of("extract");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("chipwire extract: Missing required parameter: 'INPUT")
        .endsWith("Try 'chipwire extract --help'." + System.lineSeparator());
  }

  @Test
  void refusesAnUnknownCharset() {
    Run run = Run.of("read", "--charset", "klingon", "x.html");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("charset \"klingon\": unknown here; expected a name such as UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"search, *", "serve, --port=0"})
  void refusesAnIndexFolderThatIsNone(String command, String argument, @TempDir Path folder) {
    Run run = Run.of(command, "--index", folder.toString(), argument);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "chipwire " + command + ": index folder " + folder + ": found no folder \"live\"")
        .contains("expected a chipwire index")
        .doesNotContain("\tat ");
  }

  @Test
  void refusesToBackfillIntoAFolderOfSomethingElse(@TempDir Path folder) throws Exception {
    java.nio.file.Files.writeString(folder.resolve("thesis.txt"), "mine");
    Run run = Run.of("backfill", "--index", folder.toString(), folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("expected a chipwire index");
  }

  @Test
  void refusesToBackfillStandardInput(@TempDir Path folder) {
    Run run = Run.of("backfill", "--index", folder.toString(), "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("input \"-\"");
  }

  @Test
  void refusesAClusterThatIsNoAddress(@TempDir Path folder) {
    String index = folder.resolve("index").toString();
    Run run = Run.of("backfill", "--cluster", "http://x/", "--index", index, folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "chipwire backfill: cluster \"http://x/\": expected HOST:PORT, such as"
                + " jobmanager:8081");
  }

  @Test
  void saysThatNoClusterAnswers(@TempDir Path folder) {
    String index = folder.resolve("index").toString();
    Run run = Run.of("backfill", "--cluster", "127.0.0.1:1", "--index", index, folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("chipwire backfill: cluster 127.0.0.1:1: no answer");
    assertThat(folder.resolve("index")).doesNotExist();
  }

  @Test
  void checksAConfigurationAndPrintsItsSources(@TempDir Path folder) throws Exception {
    Path config =
        java.nio.file.Files.writeString(
            folder.resolve("wire.yaml"),
            """
            contact: ops@example.com
            index: idx
            sources:
              - {name: wire, feed: "https://news.example.com/rss", max-age: 30d}
              - {sitemap: "https://news.example.com/sitemap.xml", poll: {min: 90s, max: 1d}}
              - {filings: "https://edgar.example.com/rss", forms: [8-K], ciks: [723125]}
              - {filings: "https://edgar.example.com/all"}
              - {folder: incoming}
              - {folder: agency, name: wires, poll: {min: 1m}}
            """);
    Run run = Run.of("run", "--config", config.toString(), "--check");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "feed     https://news.example.com/rss (wire)  every 5m to 12h, nothing older than 30d",
            "sitemap  https://news.example.com/sitemap.xml  every 90s to 1d",
            "filings  https://edgar.example.com/rss  every 5m to 12h, forms 8-K of CIK 723125",
            "filings  https://edgar.example.com/all  every 5m to 12h, forms 6-K and 8-K of all"
                + " companies",
            "folder   " + folder.resolve("incoming") + "  every 10s",
            "folder   " + folder.resolve("agency") + " (wires)  every 1m");
    assertThat(folder.resolve("idx")).doesNotExist();
  }

  @Test
  void checksAConfigurationAndPrintsItsTopicsWithoutSecrets(@TempDir Path folder) throws Exception {
    Path config =
        java.nio.file.Files.writeString(
            folder.resolve("wire.yaml"),
            """
            index: idx
            sources:
              - kafka: {servers: "a:1", topic: pages, properties: {ssl.key.password: hush}}
              - {name: more, kafka: {servers: "a:1,b:1", topic: pages, group: desk}}
            signals: {kafka: {servers: "a:1", topic: signals, transactions: mine}}
            dead-letters: {kafka: {servers: "a:1", topic: rejected, delivery: at-least-once}}
            """);
    Run run = Run.of("run", "--config", config.toString(), "--check");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "kafka    topic pages at a:1 with [ssl.key.password]  as group chipwire",
            "kafka    topic pages at a:1,b:1 (more)  as group desk",
            "signals  to topic signals at a:1  exactly once, by transactions mine",
            "rejected to topic rejected at a:1  at least once");
  }

  @Test
  void refusesAConfigurationWithMistakes(@TempDir Path folder) throws Exception {
    Path config = java.nio.file.Files.writeString(folder.resolve("wire.yaml"), "contact: me\n");
    Run run = Run.of("run", "--config", config.toString(), "--index", "x", "--check");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("chipwire run: " + config + ": contact: \"me\": expected an e-mail address")
        .contains(config + ": sources: missing");
  }

  @Test
  void refusesAConfigurationThatIsNotThere(@TempDir Path folder) {
    Run run = Run.of("run", "--config", folder.resolve("none.yaml").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none.yaml: no such file; expected a configuration");
  }

  @Test
  void saysWhereAQueryIsBrokenAndWhatWasExpected(@TempDir Path folder) {
    Run run = Run.of("search", "--index", folder.toString(), "micron value:lots");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("chipwire search: query at ").contains("expected ");
    assertThat(run.err().lines().toList().get(1)).isEqualTo("  micron value:lots");
    assertThat(run.err().lines().toList().get(2)).matches(" +\\^");
  }

  @Test
  void refusesALimitBeyondTheLargest(@TempDir Path folder) {
    Run run = Run.of("search", "--index", folder.toString(), "--limit", "1001", "*");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("limit 1001: expected 0 to 1000");
  }

  @Test
  void explainsTheQueryLanguageWithoutAnIndex() {
    Run run = Run.of("search", "--language");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("# The query language");
  }
}
