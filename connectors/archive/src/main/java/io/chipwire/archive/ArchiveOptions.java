package io.chipwire.archive;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import org.jspecify.annotations.Nullable;

/**
 * How to read an archive.
 *
 * @param charset character set that overrules what pages and transports say, or null; one that the
 *     JVM knows
 * @param maxRecordBytes most bytes of a page, a line or a record's payload, after decompression; a
 *     longer one is rejected
 */
public record ArchiveOptions(@Nullable String charset, int maxRecordBytes) implements Serializable {

  /** 16 MiB: four times the largest news page or earnings exhibit we know of. */
  public static final int DEFAULT_MAX_RECORD_BYTES = 16 << 20;

  /** No forced character set, the usual limit. */
  public static final ArchiveOptions DEFAULT = new ArchiveOptions(null, DEFAULT_MAX_RECORD_BYTES);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the character set is unknown or the limit is not positive
   */
  public ArchiveOptions {
    if (charset != null && !known(charset)) {
      throw new IllegalArgumentException(
          "charset \"" + charset + "\": unknown here; expected a name such as UTF-8 or Shift_JIS");
    }
    if (maxRecordBytes <= 0) {
      throw new IllegalArgumentException(
          "maxRecordBytes " + maxRecordBytes + ": expected a positive number");
    }
  }

  /** The same with a forced character set. */
  public ArchiveOptions withCharset(@Nullable String name) {
    return new ArchiveOptions(name, maxRecordBytes);
  }

  /** Whether this JVM can decode a character set of that name. */
  static boolean known(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }
}
