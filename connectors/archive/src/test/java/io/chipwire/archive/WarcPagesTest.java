package io.chipwire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.archive.Archives.Outcome;
import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcPagesTest {

  private static final String HTML = "Content-Type: text/html\r\n";

  @TempDir Path folder;

  private Path warc(byte[]... records) throws IOException {
    return Archives.write(folder, "a.warc", Archives.concat(records));
  }

  @Test
  void givesResponsesAndResourcesThatHoldHtml() throws IOException {
    byte[] first = Archives.page("https://a.test/1", "<p>one");
    byte[] info =
        Archives.warc("warcinfo", "", "application/warc-fields", Archives.utf8("software: x\r\n"));
    byte[] image =
        Archives.response(
            "https://a.test/i.png", "200 OK", "Content-Type: image/png\r\n", new byte[40]);
    byte[] moved =
        Archives.response("https://a.test/0", "301 Moved", HTML + "Location: /1\r\n", new byte[0]);
    byte[] resource =
        Archives.warc("resource", "file:///2.html", "text/html", Archives.utf8("<p>two"));
    Path file = warc(info, first, image, moved, resource);

    Outcome outcome = Archives.read(file);

    assertThat(outcome.rejections()).isEmpty();
    assertThat(outcome.texts()).containsExactly("<p>one", "<p>two");
    Page page = outcome.pages().getFirst();
    assertThat(page.source()).isEqualTo(file + "#" + info.length);
    assertThat(page.ordinal()).isEqualTo(1);
    assertThat(page.url()).isEqualTo("https://a.test/1");
    assertThat(page.charset()).isEqualTo("utf-8");
    assertThat(page.fetchedAt()).isEqualTo(Instant.parse("2026-04-02T10:00:00Z"));
    assertThat(outcome.pages().getLast().source())
        .isEqualTo(file + "#" + (info.length + first.length + image.length + moved.length));
    assertThat(outcome.pages().getLast().charset()).isNull();
  }

  @Test
  void addressesRecordsOfAGzippedWarcByTheirMember() throws IOException {
    byte[] first = Archives.gzip(Archives.page("https://a.test/1", "<p>one"));
    byte[] second = Archives.gzip(Archives.page("https://a.test/2", "<p>two"));
    Path file = Archives.write(folder, "a.warc.gz", Archives.concat(first, second, first));

    Outcome outcome = Archives.read(file);

    assertThat(outcome.texts()).containsExactly("<p>one", "<p>two", "<p>one");
    assertThat(outcome.pages())
        .extracting(Page::source)
        .containsExactly(
            file + "#0", file + "#" + first.length, file + "#" + (first.length + second.length));
  }

  @Test
  void undoesChunksAndContentCodings() throws IOException {
    byte[] text = Archives.utf8("<p>packed");
    Path file =
        warc(
            Archives.response(
                "https://a.test/chunked",
                "200 OK",
                HTML + "Transfer-Encoding: chunked\r\n",
                Archives.utf8("4\r\n<p>p\r\n5\r\nacked\r\n0\r\n\r\n")),
            Archives.response(
                "https://a.test/gzip",
                "200 OK",
                HTML + "Content-Encoding: gzip\r\n",
                Archives.gzip(text)),
            Archives.response(
                "https://a.test/twice",
                "200 OK",
                HTML + "Content-Encoding: deflate, gzip\r\n",
                Archives.gzip(deflate(text, false))),
            Archives.response(
                "https://a.test/bare",
                "200 OK",
                HTML + "Content-Encoding: deflate\r\n",
                deflate(text, true)),
            Archives.response(
                "https://a.test/already", "200 OK", HTML + "Content-Encoding: gzip\r\n", text),
            Archives.response(
                "https://a.test/unchunked",
                "200 OK",
                HTML + "Transfer-Encoding: chunked\r\n",
                text));

    Outcome outcome = Archives.read(file);

    assertThat(outcome.rejections()).isEmpty();
    assertThat(outcome.texts()).hasSize(6).containsOnly("<p>packed");
  }

  @Test
  void boundsWhatABodyUnpacksTo() throws IOException {
    byte[] bomb = Archives.gzip(new byte[64 << 20]);
    Path file =
        warc(
            Archives.response(
                "https://a.test/bomb", "200 OK", HTML + "Content-Encoding: gzip\r\n", bomb),
            Archives.page("https://a.test/long", "x".repeat(20 << 20)),
            Archives.page("https://a.test/2", "<p>two"));

    Outcome outcome = Archives.read(file);

    assertThat(outcome.texts()).containsExactly("<p>two");
    assertThat(outcome.rejections())
        .extracting(Rejection::reason)
        .containsExactly(RejectionReason.TOO_LARGE, RejectionReason.TOO_LARGE);
    assertThat(outcome.rejections().getFirst().message())
        .isEqualTo(file + "#0: page longer than 16777216 bytes");
  }

  @Test
  void rejectsACodingItDoesNotKnowAndCodingsThatAreBroken() throws IOException {
    byte[] gzip = Archives.gzip(Archives.utf8("<p>packed"));
    Path file =
        warc(
            Archives.response(
                "https://a.test/br", "200 OK", HTML + "Content-Encoding: br\r\n", new byte[9]),
            Archives.response(
                "https://a.test/cut",
                "200 OK",
                HTML + "Content-Encoding: gzip\r\n",
                Archives.cut(gzip, 9)),
            Archives.response(
                "https://a.test/many",
                "200 OK",
                HTML + "Content-Encoding: gzip, gzip, gzip, gzip\r\n",
                gzip),
            Archives.response("https://a.test/none", "OK then", HTML, Archives.utf8("<p>x")),
            Archives.response("https://a.test/zero", "200 OK", HTML, new byte[0]),
            Archives.response("https://a.test/zeros", "200 OK", HTML, new byte[20]),
            Archives.response(
                "https://a.test/gone", "404 Not Found", HTML, Archives.utf8("<p>gone")),
            Archives.page("https://a.test/2", "<p>two"));

    Outcome outcome = Archives.read(file);

    assertThat(outcome.texts()).containsExactly("<p>two");
    assertThat(outcome.rejections())
        .extracting(Rejection::reason)
        .containsExactly(
            RejectionReason.MALFORMED,
            RejectionReason.TRUNCATED,
            RejectionReason.MALFORMED,
            RejectionReason.MALFORMED,
            RejectionReason.EMPTY,
            RejectionReason.BINARY,
            RejectionReason.ERROR_PAGE);
    assertThat(outcome.rejections().getFirst().message())
        .isEqualTo(file + "#0: compressed body: content coding \"br\" is not read here");
    assertThat(outcome.rejections().getLast().message()).endsWith(": HTTP status 404");
    assertThat(outcome.rejections().getLast().excerpt()).isEqualTo("<p>gone");
  }

  @Test
  void honoursTheCharsetOfTheHeaderAndTheForcedOneAboveIt() throws IOException {
    Path file =
        warc(
            Archives.response(
                "https://a.test/1",
                "200 OK",
                "Content-Type: text/html; charset=\"Shift_JIS\"\r\n",
                Archives.utf8("<p>1")),
            Archives.response(
                "https://a.test/2",
                "200 OK",
                "Content-Type: text/html; charset=utf-ate\r\n",
                Archives.utf8("<p>2")));

    Outcome forced =
        Archives.read(
            ArchiveOptions.DEFAULT.withCharset("Big5"),
            InputStream.nullInputStream(),
            file.toString());

    assertThat(Archives.read(file).pages())
        .extracting(Page::charset)
        .containsExactly("Shift_JIS", null);
    assertThat(forced.pages()).extracting(Page::charset).containsExactly("Big5", "Big5");
  }

  @Test
  void keepsTheRecordsBeforeACut() throws IOException {
    byte[] page = Archives.page("https://a.test/1", "<p>one");
    Path body = Archives.write(folder, "1.warc", Archives.cut(Archives.concat(page, page), 8));
    Path header =
        Archives.write(
            folder, "2.warc", Archives.cut(Archives.concat(page, page), page.length - 60));
    byte[] gzip = Archives.gzip(page);
    Path member =
        Archives.write(folder, "3.warc.gz", Archives.cut(Archives.concat(gzip, gzip), 30));

    Outcome outcome = Archives.read(body, header, member);

    assertThat(outcome.texts()).containsExactly("<p>one", "<p>one", "<p>one");
    assertThat(outcome.rejections())
        .extracting(Rejection::reason)
        .containsOnly(RejectionReason.TRUNCATED);
    assertThat(outcome.rejections())
        .extracting(Rejection::source)
        .containsExactly(
            body + "#" + page.length, header + "#" + page.length, member + "#" + gzip.length);
  }

  @Test
  void goesOnAtTheNextRecordBehindABrokenOne() throws IOException {
    byte[] page = Archives.page("https://a.test/1", "<p>one");
    byte[] garbage = Archives.utf8("garbage that WARC/1. did not write\r\n".repeat(700) + "\r\n");
    byte[] length = Archives.utf8("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\n");
    Path file = warc(page, garbage, page, length, page);

    Outcome outcome = Archives.read(file);

    assertThat(outcome.texts()).containsExactly("<p>one", "<p>one", "<p>one");
    assertThat(outcome.pages())
        .extracting(Page::source)
        .containsExactly(
            file + "#0",
            file + "#" + (page.length + garbage.length),
            file + "#" + (2 * page.length + garbage.length + length.length));
    assertThat(outcome.rejections())
        .extracting(Rejection::reason)
        .containsExactly(RejectionReason.MALFORMED, RejectionReason.MALFORMED);
    assertThat(outcome.rejections().getFirst().message()).contains("not a WARC record");
  }

  @Test
  void givesUpOnAHeaderWithoutEnd() throws IOException {
    Path file =
        warc(
            Archives.page("https://a.test/1", "<p>one"),
            Archives.utf8("WARC/1.0\r\n" + "X-Long: and longer\r\n".repeat(50_000)));

    Outcome outcome = Archives.read(file);

    assertThat(outcome.texts()).containsExactly("<p>one");
    assertThat(outcome.rejection().reason()).isEqualTo(RejectionReason.TOO_LARGE);
    assertThat(outcome.rejection().message())
        .endsWith("record header longer than 262144 bytes; the rest was not read");
  }

  @Test
  void leavesADateThatIsNoneOut() throws IOException {
    String record =
        new String(
            Archives.page("https://a.test/1", "<p>one"), java.nio.charset.StandardCharsets.UTF_8);
    Path file = warc(Archives.utf8(record.replace("2026-04-02T10:00:00Z", "Tuesday")));

    assertThat(Archives.read(file).pages())
        .extracting(Page::fetchedAt)
        .containsExactly((Instant) null);
  }

  @Test
  void knowsAWarcByItsFirstBytes() {
    byte[] page = Archives.gzip(Archives.page("https://a.test/1", "<p>one"));

    assertThat(Archives.readStandardInput(page).texts()).containsExactly("<p>one");
  }

  private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, bare))) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }
}
