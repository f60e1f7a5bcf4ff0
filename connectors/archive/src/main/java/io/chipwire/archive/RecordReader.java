package io.chipwire.archive;

import io.chipwire.article.Intake;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the records of one opened file in order. */
interface RecordReader {

  /**
   * The next record, or null behind the last.
   *
   * @throws java.io.EOFException if the file ends inside a record
   * @throws java.util.zip.ZipException if a compressed file is broken here
   * @throws IOException if the file cannot be read on
   */
  @Nullable Intake next() throws IOException;

  /** For messages: where the record is that the last call of {@link #next()} tried to read. */
  String place();
}
