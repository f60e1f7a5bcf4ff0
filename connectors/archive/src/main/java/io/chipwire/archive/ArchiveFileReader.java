package io.chipwire.archive;

import io.chipwire.article.Intake;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of an archive, forwards. The same file gives the same intakes in the same order
 * every time, which is what resuming by {@link #skip} rests on.
 *
 * <p>Owns the open file until {@link #close}. For one thread, but {@link #bytesRead()} may be asked
 * by another.
 */
public final class ArchiveFileReader implements AutoCloseable {

  private final ArchiveFile file;
  private final ArchiveOptions options;
  private volatile @Nullable ArchiveInput input;
  private @Nullable RecordReader records;
  private @Nullable Intake fault;
  private boolean ended;
  private long reported;

  private ArchiveFileReader(ArchiveFile file, ArchiveOptions options) {
    this.file = file;
    this.options = options;
  }

  /**
   * Opens a file. What is wrong with it is the first intake.
   *
   * @param standardInput what the path {@code -} means
   */
  public static ArchiveFileReader open(
      ArchiveFile file, ArchiveOptions options, InputStream standardInput) {
    ArchiveFileReader reader = new ArchiveFileReader(file, options);
    reader.open(standardInput);
    return reader;
  }

  @SuppressWarnings("MustBeClosedChecker")
  private void open(InputStream standardInput) {
    try {
      InputStream stream =
          file.path().equals(ArchiveFile.STANDARD_INPUT)
              ? standardInput
              : Files.newInputStream(Path.of(file.path()));
      ArchiveInput opened = new ArchiveInput(stream);
      input = opened;
      if (opened.isEmpty()) {
        refuse(RejectionReason.EMPTY, "nothing in it", "");
        return;
      }
      ArchiveFormat format =
          file.format() == ArchiveFormat.UNKNOWN ? opened.sniff() : file.format();
      if (opened.isBinary() && !(format == ArchiveFormat.HTML && isWideCharset())) {
        refuse(
            RejectionReason.BINARY, "neither text nor HTML, JSON Lines or WARC", opened.excerpt());
        return;
      }
      records =
          switch (format) {
            case HTML, UNKNOWN -> new HtmlFile(file, options, opened);
            case JSON_LINES -> new JsonLines(file, options, opened);
            case WARC -> new WarcPages(file, options, opened);
          };
      if (format == ArchiveFormat.JSON_LINES && isWideCharset()) {
        refuse(
            RejectionReason.MALFORMED,
            "charset " + options.charset() + " has no lines; expected JSON Lines in UTF-8",
            opened.excerpt());
      }
    } catch (IOException | SecurityException e) {
      fail(file.path(), e);
    }
  }

  /** UTF-16 and its like, where a line feed is more than one byte. */
  private boolean isWideCharset() {
    return options.charset() != null
        && Charset.forName(options.charset()).newEncoder().canEncode('\n')
        && "\n".getBytes(Charset.forName(options.charset())).length > 1;
  }

  /** The next page or rejection, or null at the end. Never throws for what the file holds. */
  public @Nullable Intake next() {
    Intake intake = read();
    if (intake == null) {
      return null;
    }
    long before = reported;
    reported = bytesRead();
    return intake.withBytes(reported - before);
  }

  private @Nullable Intake read() {
    RecordReader reader = records;
    if (fault == null && !ended && reader != null) {
      try {
        Intake intake = reader.next();
        if (intake != null) {
          return intake;
        }
      } catch (IOException e) {
        fail(reader.place(), e);
      }
    }
    ended = true;
    Intake last = fault;
    fault = null;
    return last;
  }

  /** Passes over as many intakes as a reader before this one has had. */
  public void skip(long intakes) {
    for (long i = 0; i < intakes && next() != null; i++) {
      // reading is the only way to find where a record ends
    }
  }

  /** Bytes of the file read so far, before decompression. */
  public long bytesRead() {
    ArchiveInput opened = input;
    return opened == null ? 0 : opened.bytesRead();
  }

  private void refuse(RejectionReason reason, String message, String excerpt) {
    fault = Intake.of(Refusals.of(reason, file.path(), message, excerpt));
  }

  private void fail(String place, Exception e) {
    String message = String.valueOf(e.getMessage());
    Rejection rejection =
        switch (e) {
          case EOFException cut ->
              Refusals.of(
                  RejectionReason.TRUNCATED,
                  place,
                  "cut here, what stood before is kept: " + message);
          case ZipException broken ->
              Refusals.of(
                  RejectionReason.TRUNCATED,
                  place,
                  "breaks here, what stood before is kept: " + message);
          case RecordTooLargeException large ->
              Refusals.of(RejectionReason.TOO_LARGE, place, message);
          case NoSuchFileException missing ->
              Refusals.of(RejectionReason.NOT_FOUND, place, "no such file");
          case AccessDeniedException denied ->
              Refusals.of(RejectionReason.UNREADABLE, place, "permission denied");
          default -> Refusals.of(RejectionReason.UNREADABLE, place, "cannot be read: " + message);
        };
    fault = Intake.of(rejection);
  }

  @Override
  public void close() throws IOException {
    ArchiveInput opened = input;
    if (opened != null) {
      opened.close();
    }
  }
}
