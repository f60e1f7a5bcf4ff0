package io.chipwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chipwire.archive.Archives.Outcome;
import io.chipwire.article.Page;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlFileTest {

  private static final String HTML = "<!doctype html><title>Wafers</title><p>Prices rose 4%.";

  @TempDir Path folder;

  @Test
  void givesThePageItsPathAndItsPlace() throws IOException {
    Path first = Archives.write(folder, "1.html", Archives.utf8("<p>one"));
    Path second = Archives.write(folder, "2.htm", Archives.utf8("<p>two"));

    Outcome outcome = Archives.read(first, second);

    assertThat(outcome.texts()).containsExactly("<p>one", "<p>two");
    assertThat(outcome.pages())
        .extracting(Page::source)
        .containsExactly(first.toString(), second.toString());
    assertThat(outcome.pages()).extracting(Page::ordinal).containsExactly(0L, 1L << 40);
    assertThat(outcome.pages().getFirst().charset()).isNull();
    assertThat(outcome.rejections()).isEmpty();
  }

  @Test
  void readsAGzippedPageWhateverItsName() throws IOException {
    Path named = Archives.write(folder, "1.html.gz", Archives.gzip(Archives.utf8(HTML)));
    Path unnamed = Archives.write(folder, "2.html", Archives.gzip(Archives.utf8(HTML)));

    assertThat(Archives.read(named, unnamed).texts()).containsExactly(HTML, HTML);
  }

  @Test
  void readsStandardInput() {
    Outcome outcome = Archives.readStandardInput(Archives.gzip(Archives.utf8(HTML)));

    assertThat(outcome.texts()).containsExactly(HTML);
    assertThat(outcome.pages().getFirst().source()).isEqualTo("-");
  }

  @Test
  void passesAForcedCharsetOn() throws IOException {
    Path page = Archives.write(folder, "1.html", HTML.getBytes(StandardCharsets.UTF_16LE));
    ArchiveOptions forced = ArchiveOptions.DEFAULT.withCharset("UTF-16LE");

    Outcome outcome = Archives.read(forced, InputStream.nullInputStream(), page.toString());

    assertThat(outcome.pages()).extracting(Page::charset).containsExactly("UTF-16LE");
  }

  @Test
  void refusesACharsetThatNobodyKnows() {
    assertThatThrownBy(() -> ArchiveOptions.DEFAULT.withCharset("utf-ate"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "charset \"utf-ate\": unknown here; expected a name such as UTF-8 or Shift_JIS");
    assertThatThrownBy(() -> ArchiveOptions.DEFAULT.withCharset("no charset"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rejectsAnEmptyFileAndABlankOne() throws IOException {
    Path empty = Archives.write(folder, "0.html", new byte[0]);
    Path blank = Archives.write(folder, "1.html", Archives.utf8(" \n\t "));

    assertThat(Archives.read(empty, blank).rejections())
        .extracting("reason", "message")
        .containsExactly(
            tuple(RejectionReason.EMPTY, empty + ": nothing in it"),
            tuple(RejectionReason.EMPTY, blank + ": nothing in it"));
  }

  @Test
  void rejectsBinaryFiles() throws IOException {
    Path zeros = Archives.write(folder, "zeros.html", new byte[100]);
    Path pdf = Archives.write(folder, "report.html", Archives.utf8("%PDF-1.7 and so on"));
    Path zip = Archives.write(folder, "zip.html.gz", Archives.gzip(new byte[] {'P', 'K', 3, 4}));

    Outcome outcome = Archives.read(zeros, pdf, zip);

    assertThat(outcome.pages()).isEmpty();
    assertThat(outcome.rejections())
        .extracting("reason")
        .containsOnly(RejectionReason.BINARY)
        .hasSize(3);
    assertThat(outcome.rejections().get(1).message())
        .isEqualTo(pdf + ": neither text nor HTML, JSON Lines or WARC");
    assertThat(outcome.rejections().get(1).excerpt()).isEqualTo("%PDF-1.7 and so on");
  }

  @Test
  void rejectsAPageOfFiftyMegabytesWithoutKeepingIt() throws IOException {
    Path page = Archives.write(folder, "long.html", Archives.utf8(HTML));
    try (RandomAccessFile file = new RandomAccessFile(page.toFile(), "rw")) {
      file.seek(50L << 20);
      file.write('x');
    }
    byte[] text = new byte[50 << 20];
    java.util.Arrays.fill(text, (byte) 'x');
    Path bomb = Archives.write(folder, "bomb.html.gz", Archives.gzip(text));

    Outcome outcome = Archives.read(bomb);

    assertThat(outcome.rejection().reason()).isEqualTo(RejectionReason.TOO_LARGE);
    assertThat(outcome.rejection().message()).isEqualTo(bomb + ": page longer than 16777216 bytes");
    assertThat(outcome.rejection().excerpt()).hasSize(2048);
    assertThat(Archives.read(page).rejection().reason()).isEqualTo(RejectionReason.BINARY);
  }

  @Test
  void rejectsATruncatedGzipPage() throws IOException {
    byte[] whole = Archives.gzip(Archives.utf8(HTML));
    Path cut = Archives.write(folder, "cut.html.gz", Archives.cut(whole, 12));

    Outcome outcome = Archives.read(cut);

    assertThat(outcome.pages()).isEmpty();
    assertThat(outcome.rejection().reason()).isEqualTo(RejectionReason.TRUNCATED);
    assertThat(outcome.rejection().message())
        .isEqualTo(
            cut
                + ": cut here, what stood before is kept: the file ends inside the gzip member that"
                + " began at byte 0");
  }

  @Test
  void rejectsAFileThatWasRemovedAfterListing() {
    ArchiveFile gone =
        new ArchiveFile(0, folder.resolve("gone.html").toString(), ArchiveFormat.HTML, 1);

    ArchiveFileReader reader =
        ArchiveFileReader.open(gone, ArchiveOptions.DEFAULT, InputStream.nullInputStream());

    assertThat(reader.next()).extracting("rejection.reason").isEqualTo(RejectionReason.NOT_FOUND);
    assertThat(reader.next()).isNull();
  }
}
