package io.chipwire.read;

import io.chipwire.article.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Pages in files, as a connector would hand them over: {@code *.html} and {@code *.html.gz}. */
final class PageFiles {

  private PageFiles() {}

  /** The folder of our own pages, each beside the JSON of what should be read from it. */
  static Path own() {
    URL folder = Objects.requireNonNull(PageFiles.class.getResource("pages"), "pages: no resource");
    try {
      return Path.of(folder.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("resource pages: " + folder, e);
    }
  }

  /** The folder that a system property names, or our own pages. */
  static Path folder(String property) {
    String named = System.getProperty(property, "");
    return named.isBlank() ? own() : Path.of(named);
  }

  /** The pages of a folder, by name. */
  static List<Page> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pages =
          files.filter(f -> f.toString().matches(".*\\.html(?:\\.gz)?")).sorted().toList();
      if (pages.isEmpty()) {
        throw new IllegalArgumentException(folder + ": no *.html or *.html.gz in it");
      }
      return pages.stream().map(PageFiles::page).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("folder of pages " + folder, e);
    }
  }

  /** A page with these bytes, of unknown address. */
  static Page page(String name, byte[] body) {
    return new Page(name, 0, null, null, null, null, body, null);
  }

  private static Page page(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return page(file.getFileName().toString(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("page " + file, e);
    }
  }
}
