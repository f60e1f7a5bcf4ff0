package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.extraction.ExtractionJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command does with every kind of broken input: says so, exits 1, and keeps the rest. */
class BadInputTest {

  private static final String TEXT =
      "Micron said on Tuesday that it will raise its capital budget to $20 billion this year. The"
          + " company sells memory to makers of servers and expects demand to hold until winter, its"
          + " finance chief told analysts on a call.";

  @TempDir private Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String page(String title, String text) {
    return "<html><head><title>%s</title></head><body><article><h1>%s</h1><p>%s</p></article></body></html>"
        .formatted(title, title, text);
  }

  private static String line(String id) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + TEXT + "\"}\n";
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(buffer)) {
      gzip.write(bytes);
    }
    return buffer.toByteArray();
  }

  /** Rejects that input with that reason, message and nothing else, whichever command reads it. */
  private static void assertRejectedAlone(Path input, String reason, String message) {
    for (String command : List.of("read", "extract")) {
      Run run = Run.of(command, input.toString());
      assertThat(run.code()).as(command).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualToNormalizingNewlines("rejected: %s: %s: %s\n".formatted(reason, input, message));
    }
  }

  @Test
  void rejectsAnEmptyFile() throws Exception {
    assertRejectedAlone(file("empty.html", new byte[0]), "EMPTY", "nothing in it");
  }

  @Test
  void rejectsABinaryFile() throws Exception {
    byte[] bytes = new byte[5_000];
    new java.util.Random(7).nextBytes(bytes);
    assertRejectedAlone(
        file("noise.html", bytes), "BINARY", "neither text nor HTML, JSON Lines or WARC");
  }

  @Test
  void rejectsAMissingFile() {
    assertRejectedAlone(folder.resolve("none.html"), "NOT_FOUND", "no such file or folder");
  }

  @Test
  void rejectsAFolderWithNothingToRead() {
    assertRejectedAlone(
        folder, "EMPTY", "folder without .html, .jsonl or .warc files (each may end in .gz)");
  }

  @Test
  void rejectsAFolderThatMayNotBeReadAndReadsTheNext() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path open = file("open.jsonl", utf8(line("one")));
    Files.setPosixFilePermissions(closed, Set.of());
    assumeThat(Files.isReadable(closed)).as("root may read everything").isFalse();
    Run run = Run.of("read", closed.toString(), open.toString());
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(1);
    assertThat(run.err()).startsWith("rejected: UNREADABLE: " + closed + ": folder cannot be");
  }

  @Test
  void keepsWhatStandsBeforeTheCutOfAGzip() throws Exception {
    StringBuilder lines = new StringBuilder();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 400; i++) {
      lines.append(line("a" + random.nextLong()));
    }
    byte[] whole = gzip(utf8(lines.toString()));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    Run run = Run.of("read", file("cut.jsonl.gz", cut).toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSizeBetween(50, 399);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .startsWith("rejected: TRUNCATED: " + folder.resolve("cut.jsonl.gz") + "#")
        .contains(": cut here, what stood before is kept: ");
  }

  private static String record(String url) {
    String html = page("Micron raises its budget", TEXT);
    return """
        WARC/1.0\r
        WARC-Type: resource\r
        WARC-Record-ID: <urn:uuid:0e2d8e04-3f0a-4bb0-8f5d-000000000001>\r
        WARC-Date: 2026-05-01T00:00:00Z\r
        WARC-Target-URI: %s\r
        Content-Type: text/html\r
        Content-Length: %d\r
        \r
        %s\r
        \r
        """
        .formatted(url, utf8(html).length, html);
  }

  @Test
  void keepsTheRecordsBeforeTheCutOfAWarc() throws Exception {
    byte[] whole = utf8(record("https://news.example/a") + record("https://news.example/b"));
    assertCutBehindTheFirst(file("cut.warc", Arrays.copyOf(whole, whole.length - 100)));
  }

  @Test
  void keepsTheRecordsBeforeTheCutOfACompressedWarc() throws Exception {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(utf8(record("https://news.example/a"))));
    members.write(gzip(utf8(record("https://news.example/b"))));
    assertCutBehindTheFirst(
        file("cut.warc.gz", Arrays.copyOf(members.toByteArray(), members.size() - 40)));
  }

  private static void assertCutBehindTheFirst(Path warc) {
    Run run = Run.of("read", warc.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(1);
    assertThat(run.out()).contains("https://news.example/a");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .startsWith("rejected: TRUNCATED: " + warc + "#")
        .contains("what stood before is kept");
  }

  @Test
  void rejectsAPageOfFiftyMegabytes() throws Exception {
    byte[] bytes = new byte[50_000_000];
    Arrays.fill(bytes, (byte) 'a');
    byte[] start = utf8("<html><body><p>");
    System.arraycopy(start, 0, bytes, 0, start.length);
    assertRejectedAlone(file("huge.html", bytes), "TOO_LARGE", "page longer than 16777216 bytes");
  }

  @Test
  void readsALineOfAMegabyte() throws Exception {
    String text = (TEXT + " ").repeat(1_000_000 / TEXT.length());
    Run run = Run.with("{\"text\":\"" + text + "\"}\n", "read", "-");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(1);
    assertThat(run.out().length()).isGreaterThan(900_000);
  }

  @Test
  void rejectsABrokenLineWithItsNumberAndGoesOn() throws Exception {
    Path file = file("news.jsonl", utf8(line("one") + "{\"text\": oops}\n" + line("three")));
    Run run = Run.of("read", file.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .startsWith("rejected: MALFORMED: " + file + "#2: expected one JSON object: ")
        .contains("oops");
  }

  @Test
  void passesOverALineBeyondTheLimitAndGoesOn() throws Exception {
    String endless = "{\"text\":\"" + "x".repeat(17 << 20) + "\"}\n";
    Path file = file("news.jsonl", utf8(line("one") + endless + line("three")));
    Run run = Run.of("read", file.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "rejected: TOO_LARGE: " + file + "#2: line longer than 16777216 bytes\n");
  }

  @Test
  void extractsWhatIsGoodAmongAllThatIsBad() throws Exception {
    file("1-empty.html", new byte[0]);
    file("2-binary.html", new byte[] {0, 1, 2, 3});
    file("3-good.html", utf8(page("Micron raises its budget", TEXT)));
    file("4-cut.html.gz", Arrays.copyOf(gzip(utf8(page("Cut", TEXT))), 60));
    file("5-lines.jsonl", utf8("broken\n" + line("good")));
    file("6-none.warc", utf8("no WARC at all"));
    Files.createSymbolicLink(folder.resolve("7-nowhere.html"), Path.of("nowhere"));
    Run run = Run.of("extract", folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("$20 billion").contains("\"capex\""));
    assertThat(run.err().lines().map(line -> line.split(": ")[1]))
        .containsExactly("EMPTY", "BINARY", "TRUNCATED", "MALFORMED", "MALFORMED", "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<meta charset=\"iso-8859-1\">", "<meta charset=\"klingon-1\">"})
  void readsAPageWhoseCharsetIsMissingOrWrong(String declaration) throws Exception {
    byte[] bytes = utf8(page("Dépêche", TEXT).replace("<head>", "<head>" + declaration));
    JsonNode read = json(Run.of("read", file("page.html", bytes).toString()));
    assertThat(read.at("/title").asText()).isEqualTo("Dépêche");
  }

  @Test
  void readsAPageInAnUndeclaredOrForcedCharset() throws Exception {
    byte[] latin =
        page("Dépêche", TEXT + " Geschäftsführer").getBytes(Charset.forName("windows-1252"));
    JsonNode undeclared = json(Run.of("read", file("undeclared.html", latin).toString()));
    assertThat(undeclared.at("/title").asText()).isEqualTo("Dépêche");
    byte[] lying = utf8(page("Dépêche", TEXT).replace("<head>", "<head><meta charset=\"koi8-r\">"));
    JsonNode forced =
        json(Run.of("read", "--charset", "UTF-8", file("lying.html", lying).toString()));
    assertThat(forced.at("/title").asText()).isEqualTo("Dépêche");
  }

  private static JsonNode json(Run run) throws IOException {
    assertThat(run.code()).isZero();
    return ExtractionJson.mapper().readTree(run.out());
  }

  @Test
  void keepsEscapeSequencesOfAnInputOffTheTerminal() {
    Run run = Run.of("read", "evil\u001b[2J.html");
    assertThat(run.err()).doesNotContain("\u001b").contains("evil [2J.html");
  }

  @Test
  void keepsTheOrderOfTheInputs() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append(line("n" + i));
    }
    Run run = Run.with(lines.toString(), "read", "-");
    assertThat(run.code()).isZero();
    for (int i = 0; i < 200; i++) {
      assertThat(run.lines().get(i)).contains("\"id\":\"n" + i + "\"");
    }
  }
}
