package io.chipwire.archive;

import java.util.Map;
import java.util.Set;

/**
 * What is known of a watched folder, as a checkpoint keeps it.
 *
 * @param taken the files that were given out to be read, by path, as they stood then; those that
 *     are gone are forgotten
 * @param troubles what was wrong at the last look, so that it is told once
 */
public record FolderState(Map<String, FileStamp> taken, Set<String> troubles) {

  /** A folder that was never looked into. */
  public static final FolderState FRESH = new FolderState(Map.of(), Set.of());

  /** Copies map and set. */
  public FolderState {
    taken = Map.copyOf(taken);
    troubles = Set.copyOf(troubles);
  }
}
