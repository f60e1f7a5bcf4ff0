package io.chipwire.archive;

import io.chipwire.article.Intake;
import io.chipwire.article.JsonInput;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. A broken line is rejected with its number, the next one is read. */
final class JsonLines implements RecordReader {

  private final ArchiveFile file;
  private final ArchiveOptions options;
  private final LineReader lines;
  private final @Nullable Charset charset;
  private boolean any;

  JsonLines(ArchiveFile file, ArchiveOptions options, ArchiveInput input) {
    this.file = file;
    this.options = options;
    this.lines = new LineReader(input.stream(), options.maxRecordBytes());
    this.charset = options.charset() == null ? null : Charset.forName(options.charset());
  }

  @Override
  public @Nullable Intake next() throws IOException {
    while (lines.next()) {
      if (lines.tooLong()) {
        any = true;
        return refuse(
            RejectionReason.TOO_LARGE, "line longer than " + options.maxRecordBytes() + " bytes");
      }
      if (!blank()) {
        any = true;
        return new JsonInput(place(), file.ordinal(lines.number() - 1), null, false, null)
            .read(lines.bytes(), lines.length(), charset);
      }
    }
    if (any) {
      return null;
    }
    any = true;
    return Intake.of(
        Refusals.of(RejectionReason.EMPTY, file.path(), "no line with anything in it"));
  }

  private boolean blank() {
    for (int i = 0; i < lines.length(); i++) {
      if (lines.bytes()[i] > ' ' || lines.bytes()[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private Intake refuse(RejectionReason reason, String message) {
    return Intake.of(
        Refusals.of(reason, place(), message, Refusals.excerpt(lines.bytes(), lines.length())));
  }

  @Override
  public String place() {
    return file.path() + "#" + lines.number();
  }
}
