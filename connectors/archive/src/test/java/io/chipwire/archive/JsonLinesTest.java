package io.chipwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chipwire.archive.Archives.Outcome;
import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.article.TextDocument;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {

  @TempDir Path folder;

  private Path lines(String... lines) throws IOException {
    return Archives.write(folder, "news.jsonl", Archives.utf8(String.join("\n", lines)));
  }

  @Test
  void takesEveryFieldOfALine() throws IOException {
    Path file =
        lines(
            "{\"url\":\"https://a.test/1\",\"id\":\"n-1\",\"title\":\" Wafers \",\"publisher\":\"A\","
                + "\"publishedAt\":\"2026-04-02T12:00:00+02:00\",\"language\":\"en\","
                + "\"tags\":[{\"x\":[1]}],\"text\":\"One.\\n\\nTwo \\u20ac.\"}");

    Page page = Archives.read(file).pages().getFirst();

    assertThat(page)
        .isEqualTo(
            new Page(
                file + "#1",
                0,
                "n-1",
                "https://a.test/1",
                null,
                null,
                null,
                new TextDocument(
                    "Wafers", "A", Instant.parse("2026-04-02T10:00:00Z"), "en", "One.\n\nTwo €.")));
  }

  @Test
  void needsNoMoreThanAText() throws IOException {
    Page page = Archives.read(lines("{\"title\":null,\"id\":7,\"text\":\"x\"}")).pages().getFirst();

    assertThat(page.id()).isEqualTo("7");
    assertThat(page.document()).isEqualTo(new TextDocument(null, null, null, null, "x"));
  }

  @Test
  void takesAPageInALineForThePageThatItIs() throws IOException {
    Path file = lines("{\"url\":\"https://a.test/1\",\"html\":\"<p>Zürich</p>\"}");

    Page page = Archives.read(file).pages().getFirst();

    assertThat(Archives.text(page)).isEqualTo("<p>Zürich</p>");
    assertThat(page.document()).isNull();
    assertThat(page.url()).isEqualTo("https://a.test/1");
    assertThat(page.obeysOptOuts()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-04-02T10:00:00Z|2026-04-02T10:00:00Z",
        "2026-04-02|2026-04-02T00:00:00Z",
        "2026-04-02 10:00:00|2026-04-02T10:00:00Z",
        "Thu, 2 Apr 2026 10:00:00 GMT|2026-04-02T10:00:00Z",
        "last Tuesday|",
      })
  void readsTheUsualDatesAndLeavesOthersOut(String printed, Instant expected) throws IOException {
    Path file = lines("{\"publishedAt\":\"" + printed + "\",\"text\":\"x\"}");

    TextDocument document =
        Objects.requireNonNull(Archives.read(file).pages().getFirst().document());

    assertThat(document.publishedAt()).isEqualTo(expected);
  }

  @Test
  void rejectsABrokenLineWithItsNumberAndReadsTheRest() throws IOException {
    Path file =
        lines(
            "{\"text\":\"one\"}",
            "",
            "{\"text\":\"two\"",
            "[1]",
            "{\"title\":\"no text\"}",
            "{\"text\":\"  \"}",
            "{\"text\":\"x\"} {\"text\":\"y\"}",
            "{\"text\":\"last\"}\r");

    Outcome outcome = Archives.read(file);

    assertThat(outcome.texts()).containsExactly("one", "last");
    assertThat(outcome.pages()).extracting(Page::source).containsExactly(file + "#1", file + "#8");
    assertThat(outcome.pages()).extracting(Page::ordinal).containsExactly(0L, 7L);
    assertThat(outcome.rejections())
        .extracting(Rejection::source)
        .containsExactly(file + "#3", file + "#4", file + "#5", file + "#6", file + "#7");
    assertThat(outcome.rejections())
        .extracting(Rejection::message)
        .satisfiesExactly(
            m ->
                assertThat(m)
                    .startsWith(file + "#3: expected one JSON object: Unexpected end-of-input"),
            m -> assertThat(m).isEqualTo(file + "#4: expected one JSON object: found START_ARRAY"),
            m ->
                assertThat(m)
                    .isEqualTo(
                        file
                            + "#5: expected a field \"text\" with the article's text, or"
                            + " \"html\" with its page"),
            m -> assertThat(m).isEqualTo(file + "#6: field \"text\" is blank"),
            m ->
                assertThat(m)
                    .isEqualTo(
                        file + "#7: expected one JSON object: something follows the object"));
    assertThat(outcome.rejections())
        .extracting(Rejection::reason)
        .containsExactly(
            RejectionReason.MALFORMED,
            RejectionReason.MALFORMED,
            RejectionReason.MALFORMED,
            RejectionReason.EMPTY,
            RejectionReason.MALFORMED);
    assertThat(outcome.rejections().getFirst().excerpt()).isEqualTo("{\"text\":\"two\"");
  }

  @Test
  void rejectsALineThatIsNestedWithoutEnd() throws IOException {
    Path file = lines("{\"a\":" + "[".repeat(100_000), "{\"text\":\"next\"}");

    Outcome outcome = Archives.read(file);

    assertThat(outcome.rejection().reason()).isEqualTo(RejectionReason.MALFORMED);
    assertThat(outcome.texts()).containsExactly("next");
  }

  @Test
  void rejectsALineThatIsNotUtf8UnlessItsCharsetIsForced() throws IOException {
    byte[] latin =
        "{\"text\":\"Z\u00fcrich\"}\n{\"text\":\"ok\"}".getBytes(Charset.forName("windows-1252"));
    Path file = Archives.write(folder, "latin.jsonl", latin);

    Outcome strict = Archives.read(file);
    Outcome forced =
        Archives.read(
            ArchiveOptions.DEFAULT.withCharset("windows-1252"),
            InputStream.nullInputStream(),
            file.toString());

    assertThat(strict.texts()).containsExactly("ok");
    assertThat(strict.rejection().message())
        .contains("#1: expected one JSON object: Invalid UTF-8");
    assertThat(forced.texts()).containsExactly("Zürich", "ok");
  }

  @Test
  void refusesAForcedCharsetThatHasNoLines() throws IOException {
    Path file = lines("{\"text\":\"x\"}");

    Outcome outcome =
        Archives.read(
            ArchiveOptions.DEFAULT.withCharset("UTF-16"),
            InputStream.nullInputStream(),
            file.toString());

    assertThat(outcome.pages()).isEmpty();
    assertThat(outcome.rejection().message())
        .isEqualTo(file + ": charset UTF-16 has no lines; expected JSON Lines in UTF-8");
  }

  @Test
  void takesALineOfAMegabyte() throws IOException {
    String text = "word ".repeat(200_000);

    assertThat(Archives.read(lines("{\"text\":\"" + text + "\"}", "{\"text\":\"b\"}")).texts())
        .containsExactly(text, "b");
  }

  @Test
  void passesOverALineOfSeventyMegabytesAndReadsTheNext() throws IOException {
    Path file = folder.resolve("long.jsonl");
    byte[] megabyte = new byte[1 << 20];
    java.util.Arrays.fill(megabyte, (byte) 'x');
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(Archives.utf8("{\"text\":\""));
      for (int i = 0; i < 70; i++) {
        out.write(megabyte);
      }
      out.write(Archives.utf8("\"}\n{\"text\":\"next\"}\n"));
    }

    Outcome outcome = Archives.read(file);

    assertThat(outcome.texts()).containsExactly("next");
    assertThat(outcome.rejection().reason()).isEqualTo(RejectionReason.TOO_LARGE);
    assertThat(outcome.rejection().message())
        .isEqualTo(file + "#1: line longer than 16777216 bytes");
    assertThat(outcome.rejection().excerpt()).startsWith("{\"text\":\"xxx").hasSize(2048);
  }

  @Test
  void givesUpOnALineBeyondAllBounds() {
    LineReader lines = new LineReader(new Endless(), 16);

    assertThatThrownBy(lines::next)
        .isInstanceOf(RecordTooLargeException.class)
        .hasMessage("line longer than 1073741824 bytes; the rest of the file was not read");
  }

  @Test
  void keepsTheLinesBeforeAGzipCut() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("{\"text\":\"").append(Integer.toString(i * 7919, 36)).append("\"}\n");
    }
    byte[] whole = Archives.gzip(Archives.utf8(text.toString()));
    Path file = Archives.write(folder, "cut.jsonl.gz", Archives.cut(whole, whole.length / 2));

    Outcome outcome = Archives.read(file);

    int kept = outcome.pages().size();
    assertThat(kept).isBetween(200, 800);
    assertThat(outcome.rejection().reason()).isEqualTo(RejectionReason.TRUNCATED);
    assertThat(outcome.rejection().source()).isEqualTo(file + "#" + (kept + 1));
  }

  @Test
  void rejectsAFileWithoutAnyLine() throws IOException {
    Path blank = Archives.write(folder, "blank.jsonl", Archives.utf8("\n \n\r\n"));
    Path empty = Archives.write(folder, "empty.jsonl.gz", Archives.gzip(new byte[0]));
    Path binary = Archives.write(folder, "binary.jsonl", new byte[] {0, 1, 2, 3, 10, 5});

    assertThat(Archives.read(blank, empty, binary).rejections())
        .extracting(Rejection::reason, Rejection::source)
        .containsExactly(
            tuple(RejectionReason.EMPTY, blank.toString()),
            tuple(RejectionReason.EMPTY, empty.toString()),
            tuple(RejectionReason.BINARY, binary.toString()));
  }

  @Test
  void knowsJsonLinesOnStandardInputByTheirFirstCharacter() {
    Outcome outcome =
        Archives.readStandardInput(Archives.utf8("\ufeff{\"text\":\"a\"}\n{\"text\":\"b\"}"));

    assertThat(outcome.texts()).containsExactly("a", "b");
    assertThat(outcome.pages()).extracting(Page::source).containsExactly("-#1", "-#2");
  }

  @Test
  void saysHowManyBytesWereReadForEachIntake() throws IOException {
    String line = "{\"text\":\"" + "x".repeat(100_000) + "\"}\n";
    Path file = Archives.write(folder, "many.jsonl", Archives.utf8(line.repeat(10)));
    List<Long> bytes = new ArrayList<>();

    try (ArchiveReader reader =
        ArchiveReader.open(
            List.of(file.toString()), ArchiveOptions.DEFAULT, InputStream.nullInputStream())) {
      reader.forEachRemaining(intake -> bytes.add(intake.bytes()));
    }

    assertThat(bytes).hasSize(10);
    assertThat(bytes.stream().mapToLong(b -> b).sum()).isEqualTo(Files.size(file));
    assertThat(bytes.getFirst()).isBetween(100_000L, 300_000L);
  }

  @Test
  void skipsWhatAnEarlierReaderHad() throws IOException {
    Path file = lines("{\"text\":\"0\"}", "broken", "{\"text\":\"2\"}", "{\"text\":\"3\"}");
    ArchiveFile listed = ArchiveListing.of(List.of(file.toString())).files().getFirst();
    List<String> texts = new ArrayList<>();

    try (ArchiveFileReader reader =
        ArchiveFileReader.open(listed, ArchiveOptions.DEFAULT, InputStream.nullInputStream())) {
      reader.skip(2);
      for (var intake = reader.next(); intake != null; intake = reader.next()) {
        texts.add(Archives.text(Objects.requireNonNull(intake.page())));
      }
      assertThat(reader.bytesRead()).isEqualTo(listed.bytes());
    }

    assertThat(texts).containsExactly("2", "3");
  }

  /** A stream that never ends a line. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return length;
    }
  }
}
