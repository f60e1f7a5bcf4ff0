package io.chipwire.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A server's answer.
 *
 * @param status the HTTP status
 * @param headers as sent, whatever their letter case
 * @param raw the body as sent, cut at the limit
 * @param cut whether something of the body is missing
 */
record Reply(int status, Map<String, List<String>> headers, byte[] raw, boolean cut) {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]{1,40})", Pattern.CASE_INSENSITIVE);

  /**
   * A body without its content coding.
   *
   * @param cut whether it was longer than the limit
   */
  record Decoded(byte[] bytes, boolean cut) {}

  Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /** All values of a header, in order. */
  List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  @Nullable String mediaType() {
    return header("Content-Type")
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(type -> !type.isEmpty())
        .orElse(null);
  }

  @Nullable String charset() {
    Matcher charset = CHARSET.matcher(header("Content-Type").orElse(""));
    try {
      return charset.find() && Charset.isSupported(charset.group(1)) ? charset.group(1) : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  Validators validators() {
    return new Validators(header("ETag").orElse(null), header("Last-Modified").orElse(null));
  }

  /**
   * Undoes the content coding, up to the limit.
   *
   * @throws IOException if the body is not so coded, or in a way that we did not ask for
   */
  Decoded decoded(int maxBytes) throws IOException {
    String coding = header("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "identity", "" -> new Decoded(raw, cut);
      case "gzip", "x-gzip" -> gunzip(raw, cut, maxBytes);
      case "br" -> unpacked(raw, cut, maxBytes, BrotliInputStream::new);
      default ->
          throw new IOException(
              "content coding \"" + coding + "\", expected gzip, br or none at all");
    };
  }

  /** Decompresses gzip, and never more than the limit. */
  static Decoded gunzip(byte[] raw, boolean cut, int maxBytes) throws IOException {
    return unpacked(raw, cut, maxBytes, GZIPInputStream::new);
  }

  /** Opens what unpacks a stream. */
  private interface Unpacking {
    InputStream of(InputStream packed) throws IOException;
  }

  private static Decoded unpacked(byte[] raw, boolean cut, int maxBytes, Unpacking unpacking)
      throws IOException {
    if (raw.length == 0) {
      return new Decoded(raw, cut);
    }
    try (InputStream in = unpacking.of(new ByteArrayInputStream(raw))) {
      byte[] bytes = in.readNBytes(maxBytes);
      return new Decoded(bytes, cut || in.read() >= 0);
    }
  }
}
