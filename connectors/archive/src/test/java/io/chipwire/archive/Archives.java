package io.chipwire.archive;

import io.chipwire.article.Intake;
import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** Small archives of our own and what reading them gives. */
final class Archives {

  private Archives() {}

  /** What came out of some inputs. */
  record Outcome(List<Page> pages, List<Rejection> rejections) {

    Rejection rejection() {
      if (rejections.size() != 1) {
        throw new AssertionError("expected one rejection: " + rejections);
      }
      return rejections.getFirst();
    }

    List<String> texts() {
      return pages.stream().map(Archives::text).toList();
    }
  }

  static String text(Page page) {
    return page.document() != null
        ? page.document().text()
        : new String(Objects.requireNonNull(page.body()), StandardCharsets.UTF_8);
  }

  static Outcome read(ArchiveOptions options, InputStream in, String... inputs) {
    List<Page> pages = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    try (ArchiveReader reader = ArchiveReader.open(List.of(inputs), options, in)) {
      for (Intake intake : (Iterable<Intake>) () -> reader) {
        if (intake.page() != null) {
          pages.add(intake.page());
        } else {
          rejections.add(Objects.requireNonNull(intake.rejection()));
        }
      }
    }
    return new Outcome(pages, rejections);
  }

  static Outcome read(Path... inputs) {
    String[] names = new String[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      names[i] = inputs[i].toString();
    }
    return read(ArchiveOptions.DEFAULT, InputStream.nullInputStream(), names);
  }

  static Outcome readStandardInput(byte[] bytes) {
    return read(ArchiveOptions.DEFAULT, new ByteArrayInputStream(bytes), "-");
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] cut(byte[] bytes, int fewer) {
    return java.util.Arrays.copyOf(bytes, bytes.length - fewer);
  }

  static Path write(Path folder, String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.write(file, bytes);
  }

  /** A WARC record; {@code type} such as {@code response}. */
  static byte[] warc(String type, String uri, String contentType, byte[] block) {
    return concat(
        utf8(
            "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:0d1d6f6e-0000-4000-8000-000000000001>\r\nWARC-Date: 2026-04-02T10:00:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(type, uri, contentType, block.length)),
        block,
        utf8("\r\n\r\n"));
  }

  /** A captured response; {@code headers} each ended by CR LF. */
  static byte[] response(String uri, String status, String headers, byte[] body) {
    return warc(
        "response",
        uri,
        "application/http; msgtype=response",
        concat(utf8("HTTP/1.1 " + status + "\r\n" + headers + "\r\n"), body));
  }

  static byte[] page(String uri, String html) {
    return response(uri, "200 OK", "Content-Type: text/html; charset=utf-8\r\n", utf8(html));
  }
}
