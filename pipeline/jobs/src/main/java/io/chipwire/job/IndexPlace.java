package io.chipwire.job;

import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether a folder may hold an index. */
final class IndexPlace {

  /** Folders of ours that stand beside an index before there is one. */
  private static final Set<String> OWN =
      Set.of("checkpoints", "rejected", "replay", "run", "staging");

  private IndexPlace() {}

  /**
   * A folder that is neither empty nor ours is a mistake in typing, not a place for an index.
   *
   * @throws io.chipwire.search.UnusableIndexException if it holds something else
   */
  static void require(Path index) throws IOException {
    IndexFolder folder = new IndexFolder(index);
    if (!Files.exists(folder.root())) {
      return;
    }
    if (Files.isDirectory(folder.root())) {
      try (Stream<Path> children = Files.list(folder.root())) {
        if (children.allMatch(child -> OWN.contains(child.getFileName().toString()))) {
          return;
        }
      }
    }
    folder.requireUsable();
  }
}
