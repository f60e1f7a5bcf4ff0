package io.chipwire.app;

import io.chipwire.read.PageReader;
import io.chipwire.read.ReadLimits;
import io.chipwire.read.SiteMemory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which lines of a site are known to be no part of its articles. */
final class SiteMemoryOption {

  @Option(
      names = "--site-memory",
      paramLabel = "FILE",
      description =
          "Leave out the lines that sites repeat on their pages, as chipwire learn wrote them.")
  private @Nullable Path file;

  /** The memory in the file; one that knows nothing if none was named. */
  SiteMemory load() throws IOException {
    if (file == null) {
      return SiteMemory.NONE;
    }
    try {
      return SiteMemory.read(file);
    } catch (NoSuchFileException e) {
      throw new UsageException(file + ": no such file; expected what chipwire learn wrote", e);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  /** A reader of pages with that memory. */
  PageReader reader() throws IOException {
    return new PageReader(ReadLimits.DEFAULT, load());
  }
}
