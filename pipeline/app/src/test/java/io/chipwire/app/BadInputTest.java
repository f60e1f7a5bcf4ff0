package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.extraction.ExtractionJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static void assertRejectedAlone(Run run, String reason) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("rejected: " + reason + ": ").doesNotContain("Exception");
  }

  @Test
  void rejectsAnEmptyFile() throws Exception {
    assertRejectedAlone(Run.of("read", file("empty.html", new byte[0]).toString()), "EMPTY");
  }

  @Test
  void rejectsABinaryFile() throws Exception {
    byte[] bytes = new byte[5_000];
    new java.util.Random(7).nextBytes(bytes);
    assertRejectedAlone(Run.of("read", file("noise.html", bytes).toString()), "BINARY");
  }

  @Test
  void rejectsAMissingFile() {
    assertRejectedAlone(Run.of("read", folder.resolve("none.html").toString()), "NOT_FOUND");
  }

  @Test
  void rejectsAFolderWithNothingToRead() {
    assertRejectedAlone(Run.of("read", folder.toString()), "EMPTY");
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
    assertThat(run.err()).startsWith("rejected: TRUNCATED: ");
  }

  @Test
  void keepsWhatStandsBeforeTheCutOfAWarc() throws Exception {
    String html = page("Micron raises its budget", TEXT);
    String record =
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:0e2d8e04-3f0a-4bb0-8f5d-000000000001>\r\n"
            + "WARC-Date: 2026-05-01T00:00:00Z\r\nWARC-Target-URI: https://news.example/a\r\n"
            + "Content-Type: text/html\r\nContent-Length: "
            + utf8(html).length
            + "\r\n\r\n"
            + html
            + "\r\n\r\n";
    byte[] whole = utf8(record + record.replace("example/a", "example/b"));
    Run run = Run.of("read", file("cut.warc", Arrays.copyOf(whole, whole.length - 100)).toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(1);
    assertThat(run.out()).contains("https://news.example/a");
    assertThat(run.err()).startsWith("rejected: TRUNCATED: ");
  }

  @Test
  void rejectsAPageOfFiftyMegabytes() throws Exception {
    byte[] bytes = new byte[50_000_000];
    Arrays.fill(bytes, (byte) 'a');
    byte[] start = utf8("<html><body><p>");
    System.arraycopy(start, 0, bytes, 0, start.length);
    assertRejectedAlone(Run.of("read", file("huge.html", bytes).toString()), "TOO_LARGE");
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
    assertThat(run.err()).startsWith("rejected: MALFORMED: ").contains("news.jsonl#2");
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
