package io.chipwire.archive;

import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file that is one page. */
final class HtmlFile implements RecordReader {

  private final ArchiveFile file;
  private final ArchiveOptions options;
  private final ArchiveInput input;
  private boolean read;

  HtmlFile(ArchiveFile file, ArchiveOptions options, ArchiveInput input) {
    this.file = file;
    this.options = options;
    this.input = input;
  }

  @Override
  public @Nullable Intake next() throws IOException {
    if (read) {
      return null;
    }
    read = true;
    byte[] body = input.stream().readNBytes(options.maxRecordBytes() + 1);
    if (body.length > options.maxRecordBytes()) {
      String message = "page longer than " + options.maxRecordBytes() + " bytes";
      return Intake.of(
          Refusals.of(RejectionReason.TOO_LARGE, file.path(), message, input.excerpt()));
    }
    if (isBlank(body)) {
      return Intake.of(Refusals.of(RejectionReason.EMPTY, file.path(), "nothing in it"));
    }
    return Intake.of(
        new Page(file.path(), file.ordinal(0), null, null, options.charset(), null, body, null));
  }

  static boolean isBlank(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1).isBlank();
  }

  @Override
  public String place() {
    return file.path();
  }
}
