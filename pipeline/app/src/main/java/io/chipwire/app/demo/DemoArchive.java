package io.chipwire.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * The archive of invented pages that {@code chipwire demo} reads. The build runs {@link #main} to
 * write it, so that it is never older than the pages; the same pages give the same bytes.
 */
public final class DemoArchive {

  private static final String RESOURCE = "demo.warc.gz";

  /** When the pages claim to have been fetched: after the last of them was published. */
  private static final Instant FETCHED = Instant.parse("2026-07-01T00:00:00Z");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "<(?:link rel=\"canonical\" href|meta property=\"og:url\" content)=\"([^\"]+)\"");

  private DemoArchive() {}

  /** Puts the archive into a folder and returns its path. */
  public static Path copyTo(Path folder) throws IOException {
    Path archive = folder.resolve(RESOURCE);
    try (InputStream in = DemoArchive.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is not on the class path");
      }
      Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
    }
    return archive;
  }

  /** Writes the pages of the folder {@code args[0]} into the WARC {@code args[1]}. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Path.of(args[1]));
  }

  /** Writes the pages of a folder, in order of their names, into a gzipped WARC. */
  static void write(Path pages, Path archive) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(pages)) {
      files = listed.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    Files.createDirectories(archive.toAbsolutePath().getParent());
    try (FileChannel channel =
            FileChannel.open(
                archive,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        WarcWriter writer = new WarcWriter(channel, WarcCompression.GZIP)) {
      for (Path file : files) {
        writer.write(record(file));
      }
    }
  }

  private static WarcResponse record(Path file) throws IOException {
    byte[] html = Files.readAllBytes(file);
    String url = address(new String(html, StandardCharsets.UTF_8), file);
    HttpResponse response =
        new HttpResponse.Builder(200, "OK").body(MediaType.HTML_UTF8, html).build();
    return new WarcResponse.Builder(URI.create(url))
        .recordId(UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)))
        .date(FETCHED)
        .body(response)
        .build();
  }

  /**
   * What the page says of its address; a page without one, such as an error page, gets its name.
   */
  private static String address(String html, Path file) {
    Matcher address = ADDRESS.matcher(html);
    return address.find()
        ? address.group(1).replace("&amp;", "&")
        : "https://plain-wire.example/" + file.getFileName();
  }
}
