package io.chipwire.archive;

import io.chipwire.article.Intake;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a WARC: its response and resource records that hold HTML. Other records, redirects
 * and other media types are passed over and not counted.
 *
 * <p>Behind a record that does not follow the format, reading goes on at the next line that begins
 * a record. Decompression is ours, so that headers are bounded and a record of a {@code .warc.gz}
 * is addressed by the offset of its gzip member in the file, as in a CDX index.
 */
final class WarcPages implements RecordReader {

  /** Most bytes of a record's own header. */
  private static final int MAX_HEADER = 256 << 10;

  /** Length of the two line ends that close a record. */
  private static final int RECORD_END = 4;

  private static final byte[] RECORD_START = {'W', 'A', 'R', 'C', '/', '1', '.'};

  private final ArchiveFile file;
  private final ArchiveInput input;
  private final CapturedPage capture;
  private final BoundedChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(8 << 10);
  private @Nullable WarcReader reader;
  private @Nullable WarcRecord record;
  private long readerStart;
  private long offset;
  private long records;

  WarcPages(ArchiveFile file, ArchiveOptions options, ArchiveInput input) {
    this.file = file;
    this.input = input;
    this.capture = new CapturedPage(options);
    this.channel = new BoundedChannel(input.stream());
    buffer.flip();
  }

  @Override
  public @Nullable Intake next() throws IOException {
    while (true) {
      try {
        if (!advance()) {
          return null;
        }
        if (record instanceof WarcResponse || record instanceof WarcResource) {
          WarcCaptureRecord captured = (WarcCaptureRecord) record;
          Intake intake = capture.read(captured, place(), file.ordinal(records - 1));
          if (intake != null) {
            return intake;
          }
        }
      } catch (ParsingException | IllegalArgumentException e) {
        record = null;
        reader = null;
        String message = "not a WARC record: " + String.valueOf(e.getMessage()).strip();
        return Intake.of(Refusals.of(RejectionReason.MALFORMED, place(), message));
      }
    }
  }

  /** Leaves the record at hand behind and reads the header of the next one; false at the end. */
  private boolean advance() throws IOException {
    if (record != null) {
      channel.unbound();
      record.body().consume();
    }
    if (reader == null) {
      channel.unbound();
      if (records > 0 && !toRecordStart(position() > offset)) {
        return false;
      }
      readerStart = position();
      reader = new WarcReader(channel, buffer);
    }
    records++;
    offset = position() + (record == null ? 0 : RECORD_END);
    channel.bound(MAX_HEADER);
    Optional<WarcRecord> next = reader.next();
    channel.unbound();
    record = next.orElse(null);
    if (record != null) {
      offset = readerStart + record.position();
    }
    return record != null;
  }

  private long position() {
    return channel.delivered() - buffer.remaining();
  }

  /**
   * Skips to the next line that begins a record.
   *
   * @param here whether the next byte may be it, the broken record having been passed
   */
  private boolean toRecordStart(boolean here) throws IOException {
    int matched = here ? 0 : -1;
    while (true) {
      if (!buffer.hasRemaining()) {
        buffer.clear().limit(buffer.capacity() - RECORD_START.length); // room for unread
        int n = channel.read(buffer);
        buffer.flip();
        if (n < 0) {
          buffer.position(buffer.limit());
          return false;
        }
      }
      byte b = buffer.get();
      if (b == '\n') {
        matched = 0;
      } else if (matched >= 0 && b == RECORD_START[matched]) {
        matched++;
      } else {
        matched = -1;
      }
      if (matched == RECORD_START.length) {
        unread();
        return true;
      }
    }
  }

  /** Puts the beginning of a record back in front of the buffer. */
  private void unread() {
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    buffer.clear();
    buffer.put(RECORD_START).put(rest).flip();
  }

  @Override
  public String place() {
    GzipMembers members = input.members();
    return file.path() + "#" + (members == null ? offset : members.encodedOffset(offset));
  }

  /** Hands the stream to the parser and fails where a header does not end. */
  private static final class BoundedChannel implements ReadableByteChannel {
    private final InputStream in;
    private long delivered;
    private long bound = Long.MAX_VALUE;
    private final byte[] chunk = new byte[8 << 10];

    BoundedChannel(InputStream in) {
      this.in = in;
    }

    void bound(long more) {
      bound = delivered + more;
    }

    void unbound() {
      bound = Long.MAX_VALUE;
    }

    long delivered() {
      return delivered;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (delivered >= bound) {
        throw new RecordTooLargeException(
            "record header longer than " + MAX_HEADER + " bytes; the rest was not read");
      }
      int n = in.read(chunk, 0, Math.min(chunk.length, target.remaining()));
      if (n > 0) {
        target.put(chunk, 0, n);
        delivered += n;
      }
      return n;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // the file's reader closes the stream
    }
  }
}
