package io.chipwire.archive;

import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpParser;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Takes the page out of a captured HTTP response (RFC 9112) or resource. */
final class CapturedPage {

  /** Allowance for the HTTP header above the payload. */
  private static final int MAX_HTTP_HEADER = 256 << 10;

  /** Most content codings one inside the other. */
  private static final int MAX_CODINGS = 3;

  /** Longer addresses are dropped: no browser takes them, and they make no identity. */
  private static final int MAX_URL = 8 << 10;

  private final ArchiveOptions options;

  CapturedPage(ArchiveOptions options) {
    this.options = options;
  }

  /** What was captured, before its content codings are undone. */
  private record Payload(int status, @Nullable MediaType type, List<String> codings, byte[] body) {}

  /**
   * The page that a record holds, or why it could not be had; null if it is not meant to be a page.
   *
   * @throws EOFException if the file ends inside the record
   */
  @Nullable Intake read(WarcCaptureRecord record, String source, long ordinal) throws IOException {
    InputStream in = record.body().stream();
    byte[] block = in.readNBytes(options.maxRecordBytes() + MAX_HTTP_HEADER);
    boolean whole = in.read() < 0;
    Payload payload;
    try {
      payload = record instanceof WarcResponse ? response(block, whole) : resource(record, block);
    } catch (EOFException e) {
      return refuse(RejectionReason.TRUNCATED, source, "the captured response is cut", block);
    } catch (IOException | IllegalArgumentException e) {
      return refuse(
          RejectionReason.MALFORMED, source, "not an HTTP response: " + e.getMessage(), block);
    }
    if (!isPage(payload)) {
      return null;
    }
    if (payload.status >= 400) {
      String message = "HTTP status " + payload.status;
      return refuse(RejectionReason.ERROR_PAGE, source, message, payload.body);
    }
    if (!whole) {
      return tooLarge(source, block);
    }
    try {
      return page(record, source, ordinal, payload);
    } catch (EOFException e) {
      return refuse(RejectionReason.TRUNCATED, source, "the compressed body is cut", block);
    } catch (IOException e) {
      return refuse(RejectionReason.MALFORMED, source, "compressed body: " + e.getMessage(), block);
    }
  }

  private Intake page(WarcCaptureRecord record, String source, long ordinal, Payload payload)
      throws IOException {
    byte[] body = decode(payload);
    if (body.length > options.maxRecordBytes()) {
      return tooLarge(source, body);
    }
    if (HtmlFile.isBlank(body)) {
      return Intake.of(Refusals.of(RejectionReason.EMPTY, source, "nothing in the body"));
    }
    if (ArchiveInput.isBinary(body)) {
      return refuse(RejectionReason.BINARY, source, "neither text nor HTML", body);
    }
    String url = record.target();
    return Intake.of(
        new Page(
            source,
            ordinal,
            null,
            url == null || url.length() > MAX_URL ? null : url,
            options.charset() != null ? options.charset() : charset(payload.type),
            date(record),
            body,
            null));
  }

  private static @Nullable Instant date(WarcCaptureRecord record) {
    try {
      return record.date();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Payload response(byte[] block, boolean whole) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(block);
    HttpParser http = new HttpParser();
    http.lenientResponse();
    http.parse(rest);
    if (!http.isFinished()) {
      throw new IOException("no status line and header");
    }
    MessageHeaders headers = http.headers();
    List<String> codings =
        headers.first("Content-Encoding").stream()
            .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(",", -1)))
            .map(String::strip)
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .toList();
    MediaType type = headers.first("Content-Type").map(MediaType::parseLeniently).orElse(null);
    return new Payload(http.status(), type, codings, body(block, rest, headers, whole));
  }

  /**
   * The body as sent, out of its chunks. The length of the record counts, not Content-Length, which
   * some crawlers keep of a body that they store decoded.
   */
  private static byte[] body(byte[] block, ByteBuffer rest, MessageHeaders headers, boolean whole)
      throws IOException {
    if (whole && headers.contains("Transfer-Encoding", "chunked")) {
      InputStream in = new ByteArrayInputStream(block);
      return HttpResponse.parse(Channels.newChannel(in)).body().stream().readAllBytes();
    }
    byte[] body = new byte[rest.remaining()];
    rest.get(body);
    return body;
  }

  private static Payload resource(WarcCaptureRecord record, byte[] block) {
    return new Payload(200, record.contentType(), List.of(), block);
  }

  /** Redirects, images and the like are no pages; without a type the first bytes decide. */
  private static boolean isPage(Payload payload) {
    if (payload.status < 200 || (payload.status >= 300 && payload.status < 400)) {
      return false;
    }
    if (payload.type != null && !payload.type.subtype().isEmpty()) {
      MediaType base = payload.type.base();
      return base.equals(MediaType.HTML.base()) || base.equals(MediaType.XHTML.base());
    }
    byte[] body = payload.body;
    String head = new String(body, 0, Math.min(body.length, 1 << 10), StandardCharsets.ISO_8859_1);
    return head.stripLeading().startsWith("<");
  }

  private static @Nullable String charset(@Nullable MediaType type) {
    String name = type == null ? null : type.parameters().get("charset");
    return name != null && ArchiveOptions.known(name) ? name : null;
  }

  /** Undoes the content codings, last applied first, one byte beyond the limit at most. */
  private byte[] decode(Payload payload) throws IOException {
    if (payload.codings.size() > MAX_CODINGS) {
      throw new IOException(payload.codings.size() + " content codings, expected at most three");
    }
    byte[] body = payload.body;
    for (String coding : payload.codings.reversed()) {
      try (InputStream in = decoder(coding, body)) {
        body = in.readNBytes(options.maxRecordBytes() + 1);
      }
    }
    return body;
  }

  private static InputStream decoder(String coding, byte[] body) throws IOException {
    InputStream in = new ByteArrayInputStream(body);
    int first = body.length < 2 ? 0 : body[0] & 0xff;
    int second = body.length < 2 ? 0 : body[1] & 0xff;
    return switch (coding) {
      // Some crawlers store the decoded body under the header of the encoded one.
      case "gzip", "x-gzip" -> first == 0x1f && second == 0x8b ? new GzipMembers(in) : in;
      // RFC 9110 means zlib, some servers send the bare stream.
      case "deflate" -> {
        boolean zlib = (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
        yield zlib || body.length == 0
            ? new InflaterInputStream(in)
            : new InflaterInputStream(in, new Inflater(true));
      }
      default -> throw new IOException("content coding \"" + coding + "\" is not read here");
    };
  }

  private Intake tooLarge(String source, byte[] start) {
    String message = "page longer than " + options.maxRecordBytes() + " bytes";
    return refuse(RejectionReason.TOO_LARGE, source, message, start);
  }

  private static Intake refuse(
      RejectionReason reason, String source, String message, byte[] start) {
    return Intake.of(Refusals.of(reason, source, message, Refusals.excerpt(start, start.length)));
  }
}
