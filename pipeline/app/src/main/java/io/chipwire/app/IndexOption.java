package io.chipwire.app;

import io.chipwire.search.ArticleIndex;
import io.chipwire.search.IndexFolder;
import io.chipwire.search.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** Which index a command asks. */
final class IndexOption {

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The index folder that chipwire backfill made.")
  private Path folder;

  /** Opens it for reading. */
  ArticleIndex open() throws IOException {
    return open(folder);
  }

  static ArticleIndex open(Path folder) throws IOException {
    try {
      return ArticleIndex.open(new IndexFolder(folder), Clock.systemUTC());
    } catch (UnusableIndexException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
