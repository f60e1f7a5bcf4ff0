package io.chipwire.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream at line feeds and keeps no more of a line than the limit. The bytes of a line are
 * good until the next call.
 */
final class LineReader {

  /** A line that goes on for this long behind the limit ends the reading: nobody wrote it. */
  static final long MAX_SKIPPED = 1L << 30;

  private final InputStream in;
  private final int maxLine;
  private final byte[] buffer = new byte[64 << 10];
  private int position;
  private int limit;
  private byte[] line = new byte[16 << 10];
  private int length;
  private long number;
  private boolean tooLong;

  LineReader(InputStream in, int maxLine) {
    this.in = in;
    this.maxLine = maxLine;
  }

  /**
   * Goes to the next line; false at the end. A last line needs no line feed.
   *
   * @throws IOException if the stream fails, or a line is beyond all bounds
   */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    number++;
    long skipped = 0;
    while (true) {
      if (position == limit) {
        limit = Math.max(in.read(buffer), 0);
        position = 0;
        if (limit == 0) {
          return length > 0;
        }
      }
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      skipped += append(position, end);
      boolean complete = end < limit;
      position = complete ? end + 1 : end;
      if (complete) {
        return true;
      }
      if (skipped > MAX_SKIPPED) {
        throw new RecordTooLargeException(
            "line longer than " + MAX_SKIPPED + " bytes; the rest of the file was not read");
      }
    }
  }

  /** Keeps what fits and returns how many bytes did not. */
  private int append(int from, int to) {
    int kept = Math.min(to - from, maxLine - length);
    if (length + kept > line.length) {
      line = Arrays.copyOf(line, Math.min(maxLine, Math.max(line.length * 2, length + kept)));
    }
    System.arraycopy(buffer, from, line, length, kept);
    length += kept;
    tooLong |= kept < to - from;
    return to - from - kept;
  }

  /** The number of the line, counted from 1. */
  long number() {
    return number;
  }

  /** Holds the line from 0 to {@link #length()}. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  boolean tooLong() {
    return tooLong;
  }
}
