package io.chipwire.archive.flink;

import io.chipwire.archive.FolderState;
import java.util.List;
import java.util.Map;

/**
 * What a {@link FolderSource} has given out and what it has still to give: its whole state in a
 * checkpoint.
 *
 * @param next number of the next split
 * @param splits not handed out yet, in order
 * @param folders what is known of each, by name
 */
public record FolderProgress(
    int next, List<ArchiveSplit> splits, Map<String, FolderState> folders) {

  /** Nothing looked into yet. */
  static final FolderProgress NONE = new FolderProgress(0, List.of(), Map.of());

  /** Copies list and map. */
  public FolderProgress {
    splits = List.copyOf(splits);
    folders = Map.copyOf(folders);
  }
}
