package io.chipwire.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An opened file, decompressed if its first bytes are those of gzip, with its beginning known. */
final class ArchiveInput implements AutoCloseable {

  /** How much of the beginning is looked at. */
  private static final int PEEK = 4096;

  private static final int BUFFER = 64 << 10;

  /** Of the bytes of a text, control characters are fewer than one in this many. */
  private static final int CONTROL_SHARE = 20;

  private static final String[] MAGIC = {
    "%PDF-",
    "\u0089PNG",
    "GIF8",
    "\u00ff\u00d8\u00ff",
    "PK\u0003\u0004",
    "\u007fELF",
    "BZh",
    "\u00fd7zXZ",
    "\u0028\u00b5\u002f\u00fd",
    "RIFF",
    "\u001f\u008b",
    "\u00d0\u00cf\u0011\u00e0"
  };

  private final CountedInput counted;
  private final @Nullable GzipMembers members;
  private final BufferedInputStream in;
  private final byte[] beginning;

  ArchiveInput(InputStream file) throws IOException {
    counted = new CountedInput(file);
    BufferedInputStream raw = new BufferedInputStream(counted, BUFFER);
    byte[] magic = peek(raw, 2);
    members =
        magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b
            ? new GzipMembers(raw)
            : null;
    in = members == null ? raw : new BufferedInputStream(members, BUFFER);
    beginning = peek(in, PEEK);
  }

  /** Looks at the beginning; a cut that comes sooner is left for the reading to find. */
  private static byte[] peek(BufferedInputStream in, int length) throws IOException {
    in.mark(length);
    byte[] bytes = new byte[length];
    int n = 0;
    try {
      for (int more = 0; n < length && more >= 0; n += Math.max(more, 0)) {
        more = in.read(bytes, n, length - n);
      }
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      if (n == 0) {
        throw e;
      }
    }
    in.reset();
    return java.util.Arrays.copyOf(bytes, n);
  }

  /** The decompressed bytes. */
  InputStream stream() {
    return in;
  }

  /** Bytes of the file read so far, before decompression. */
  long bytesRead() {
    return counted.count();
  }

  /** The gzip layer, if there is one. */
  @Nullable GzipMembers members() {
    return members;
  }

  boolean isEmpty() {
    return beginning.length == 0;
  }

  /** The format by the first bytes: what starts neither like a WARC nor like JSON is a page. */
  ArchiveFormat sniff() {
    String head = new String(beginning, StandardCharsets.ISO_8859_1);
    if (head.startsWith("WARC/")) {
      return ArchiveFormat.WARC;
    }
    String text = (head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head).stripLeading();
    return text.startsWith("{") ? ArchiveFormat.JSON_LINES : ArchiveFormat.HTML;
  }

  boolean isBinary() {
    return sniff() != ArchiveFormat.WARC && isBinary(beginning); // a WARC may carry anything
  }

  /** The first bytes, for a person to recognise. */
  String excerpt() {
    return Refusals.excerpt(beginning, beginning.length);
  }

  /** Whether bytes are neither text nor markup, going by their beginning. */
  static boolean isBinary(byte[] bytes) {
    int length = Math.min(bytes.length, PEEK);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    for (String magic : MAGIC) {
      if (head.startsWith(magic)) {
        return true;
      }
    }
    if (isWide(head)) {
      return false;
    }
    long controls = head.chars().filter(c -> c < ' ' && "\t\n\f\r\u001b".indexOf(c) < 0).count();
    return head.indexOf('\0') >= 0 || controls * CONTROL_SHARE > length;
  }

  /** UTF-16, by its mark or by a first character of markup: zero bytes are part of the text. */
  private static boolean isWide(String head) {
    return head.startsWith("\u00ff\u00fe")
        || head.startsWith("\u00fe\u00ff")
        || head.startsWith("<\0")
        || head.startsWith("\0<");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
