package io.chipwire.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A server's answer.
 *
 * @param status the HTTP status
 * @param headers as sent
 * @param raw the body as sent, cut at the limit
 * @param cut whether something of the body is missing
 */
record Reply(int status, HttpHeaders headers, byte[] raw, boolean cut) {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]{1,40})", Pattern.CASE_INSENSITIVE);

  /**
   * A body without its content coding.
   *
   * @param cut whether it was longer than the limit
   */
  record Decoded(byte[] bytes, boolean cut) {}

  Optional<String> header(String name) {
    return headers.firstValue(name);
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
      default ->
          throw new IOException("content coding \"" + coding + "\", expected gzip or none at all");
    };
  }

  /** Decompresses gzip, and never more than the limit. */
  static Decoded gunzip(byte[] raw, boolean cut, int maxBytes) throws IOException {
    if (raw.length == 0) {
      return new Decoded(raw, cut);
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      byte[] bytes = in.readNBytes(maxBytes);
      return new Decoded(bytes, cut || in.read() >= 0);
    }
  }
}
