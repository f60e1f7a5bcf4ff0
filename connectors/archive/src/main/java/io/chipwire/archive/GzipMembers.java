package io.chipwire.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses a gzip file of one or many members (RFC 1952) and knows where each began, which is
 * how records of a {@code .warc.gz} are addressed.
 *
 * <p>Unlike {@link java.util.zip.GZIPInputStream} it gives every byte that stands before a cut and
 * only then fails, at every further read: with {@link EOFException} where the file ends inside a
 * member, with {@link ZipException} where a member is broken. Zero bytes behind the last member are
 * padding. Not safe for use by several threads.
 */
final class GzipMembers extends InputStream {

  private static final int BUFFER = 64 << 10;

  /** More members than a reader that looks ahead by its buffer can have passed unasked. */
  private static final int MAX_STARTS = 16 << 10;

  private static final int HAS_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  /** Where a member began: in the decompressed stream and in the file. */
  private record Start(long decoded, long encoded) {}

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final ArrayDeque<Start> starts = new ArrayDeque<>();
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] one = new byte[1];
  private int position;
  private int limit;
  private long bufferStart;
  private long decoded;
  private long memberStart;
  private long memberDecoded;
  private long memberBefore;
  private boolean anyMember;
  private boolean inMember;
  private boolean ended;
  private @Nullable IOException failure;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  /**
   * Offset in the file of the member that holds a decompressed position. Positions must be asked
   * for in ascending order: starts before the last asked are forgotten.
   */
  long encodedOffset(long decodedPosition) {
    Start start = starts.peekFirst();
    while (start != null && start.decoded <= decodedPosition) {
      memberBefore = start.encoded;
      starts.pollFirst();
      start = starts.peekFirst();
    }
    return memberBefore;
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (failure != null) {
        throw failure;
      }
      if (!inMember && !startMember()) {
        return -1;
      }
      int n = inflate(bytes, offset, length);
      if (n > 0) {
        crc.update(bytes, offset, n);
        decoded += n;
        memberDecoded += n;
        return n;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw broken("asks for a preset dictionary");
      } else if (position == limit && !fill()) {
        throw cut();
      }
    }
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    inflater.setInput(buffer, position, limit - position);
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw broken(String.valueOf(e.getMessage()));
    } finally {
      position = limit - inflater.getRemaining();
    }
  }

  private boolean startMember() throws IOException {
    if (ended) {
      return false;
    }
    int first = next();
    while (anyMember && first == 0) {
      first = next();
    }
    if (first < 0) {
      ended = true;
      return false;
    }
    memberStart = bufferStart + position - 1;
    if (first != 0x1f || require() != 0x8b) {
      throw broken("no gzip header");
    }
    header();
    inflater.reset();
    crc.reset();
    memberDecoded = 0;
    inMember = true;
    anyMember = true;
    remember(new Start(decoded, memberStart));
    return true;
  }

  private void remember(Start start) {
    Start last = starts.peekLast();
    if (last != null && (last.decoded == start.decoded || starts.size() == MAX_STARTS)) {
      starts.pollLast();
    }
    starts.addLast(start);
  }

  private void header() throws IOException {
    if (require() != 8) {
      throw broken("unknown compression method");
    }
    int flags = require();
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(require() | require() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CRC) != 0) {
      skip(2);
    }
  }

  private void endMember() throws IOException {
    long sum = littleEndian();
    long size = littleEndian();
    inMember = false;
    if (sum != crc.getValue() || size != (memberDecoded & 0xffff_ffffL)) {
      throw broken("checksum or length does not match");
    }
  }

  private long littleEndian() throws IOException {
    return require() | require() << 8 | require() << 16 | (long) require() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      require();
    }
  }

  private void skipText() throws IOException {
    while (require() != 0) {
      // a file name or comment of any length, ended by a zero byte
    }
  }

  private int require() throws IOException {
    int b = next();
    if (b < 0) {
      throw cut();
    }
    return b;
  }

  private int next() throws IOException {
    return position == limit && !fill() ? -1 : buffer[position++] & 0xff;
  }

  private boolean fill() throws IOException {
    bufferStart += limit;
    position = 0;
    limit = 0;
    int n = in.read(buffer);
    limit = Math.max(n, 0);
    return n > 0;
  }

  private IOException cut() {
    return fail(
        new EOFException("the file ends inside the gzip member that began at byte " + memberStart));
  }

  private IOException broken(String what) {
    return fail(new ZipException("broken gzip member at byte " + memberStart + ": " + what));
  }

  private IOException fail(IOException e) {
    failure = e;
    return e;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
