package io.chipwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveListingTest {

  @TempDir Path folder;

  @Test
  void walksFoldersInOrderOfNamesAndNumbersTheFiles() throws IOException {
    Archives.write(folder, "b.html", new byte[] {'b'});
    Archives.write(folder, "a/z.warc.gz", new byte[] {'z', 'z'});
    Archives.write(folder, "a/B.JSONL", new byte[0]);
    Archives.write(folder, "c.htm.gz", new byte[0]);
    Archives.write(folder, "notes.txt", new byte[0]);
    Archives.write(folder, ".hidden.html", new byte[0]);
    Archives.write(folder, ".git/x.html", new byte[0]);

    ArchiveListing listing = ArchiveListing.of(List.of(folder.toString()));

    assertThat(listing.rejections()).isEmpty();
    assertThat(listing.bytes()).isEqualTo(3);
    assertThat(listing.files())
        .containsExactly(
            new ArchiveFile(0, folder + "/a/B.JSONL", ArchiveFormat.JSON_LINES, 0),
            new ArchiveFile(1, folder + "/a/z.warc.gz", ArchiveFormat.WARC, 2),
            new ArchiveFile(2, folder + "/b.html", ArchiveFormat.HTML, 1),
            new ArchiveFile(3, folder + "/c.htm.gz", ArchiveFormat.HTML, 0));
  }

  @Test
  void keepsTheOrderOfTheInputs() throws IOException {
    Path second = Archives.write(folder, "2.html", new byte[0]);
    Path first = Archives.write(folder, "1.html", new byte[0]);

    assertThat(ArchiveListing.of(List.of(second.toString(), "-", first.toString())).files())
        .extracting(ArchiveFile::path)
        .containsExactly(second.toString(), "-", first.toString());
  }

  @Test
  void walksARealFolderOnceHoweverItIsLinked() throws IOException {
    Archives.write(folder, "a/page.html", new byte[0]);
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("a/self"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));

    ArchiveListing listing = ArchiveListing.of(List.of(folder.toString()));

    assertThat(listing.rejections()).isEmpty();
    assertThat(listing.files())
        .extracting(ArchiveFile::path)
        .containsExactly(folder + "/a/page.html");
  }

  @Test
  void leavesALinkToItselfToTheReader() throws IOException {
    Files.createSymbolicLink(folder.resolve("loop.html"), folder.resolve("loop.html"));

    Rejection rejection = Archives.read(folder).rejection();

    assertThat(rejection.reason()).isEqualTo(RejectionReason.UNREADABLE);
    assertThat(rejection.source()).isEqualTo(folder + "/loop.html");
  }

  @Test
  void saysWhichPathIsMissing() {
    Path missing = folder.resolve("nowhere");

    assertThat(ArchiveListing.of(List.of(missing.toString())).rejections())
        .containsExactly(
            new Rejection(
                Rejection.Stage.OPEN,
                RejectionReason.NOT_FOUND,
                missing.toString(),
                missing + ": no such file or folder",
                ""));
  }

  @Test
  void saysThatAPathIsNone() {
    assertThat(ArchiveListing.of(List.of("a\0b")).rejections())
        .extracting(Rejection::reason)
        .containsExactly(RejectionReason.NOT_FOUND);
  }

  @Test
  void saysThatAFolderHoldsNothingItCouldRead() throws IOException {
    Archives.write(folder, "picture.png", new byte[0]);

    assertThat(ArchiveListing.of(List.of(folder.toString())).rejections())
        .extracting(Rejection::reason, Rejection::message)
        .containsExactly(
            tuple(
                RejectionReason.EMPTY,
                folder + ": folder without .html, .jsonl or .warc files (each may end in .gz)"));
  }

  @Test
  void goesOnBehindAFolderThatCannotBeListed() throws IOException {
    Path closed = folder.resolve("closed");
    Archives.write(closed, "a.html", new byte[0]);
    Archives.write(folder, "open.html", new byte[0]);

    ArchiveListing listing =
        ArchiveListing.of(
            List.of(folder.toString()),
            f -> {
              if (f.equals(closed)) {
                throw new AccessDeniedException(f.toString()); // root, who builds, may read all
              }
              return List.of(closed, folder.resolve("open.html"));
            });

    assertThat(listing.rejections())
        .extracting(Rejection::reason, Rejection::message)
        .containsExactly(
            tuple(
                RejectionReason.UNREADABLE,
                closed
                    + ": folder cannot be listed: java.nio.file.AccessDeniedException: "
                    + closed));
    assertThat(listing.files())
        .extracting(ArchiveFile::path)
        .containsExactly(folder + "/open.html");
  }

  @Test
  void stopsAtAFolderTooDeep() throws IOException {
    Path deep = folder;
    for (int i = 0; i <= ArchiveListing.MAX_DEPTH; i++) {
      deep = deep.resolve("d");
    }
    Archives.write(deep, "a.html", new byte[0]);

    ArchiveListing listing = ArchiveListing.of(List.of(folder.toString()));

    assertThat(listing.files()).isEmpty();
    assertThat(listing.rejections())
        .extracting(Rejection::reason, Rejection::source)
        .containsExactly(tuple(RejectionReason.TOO_LARGE, deep.toString()));
  }
}
