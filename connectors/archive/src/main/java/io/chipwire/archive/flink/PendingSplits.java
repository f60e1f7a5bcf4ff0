package io.chipwire.archive.flink;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the enumerator has still to hand out: its whole state in a checkpoint.
 *
 * @param splits in reading order; null while the inputs are not listed yet
 */
public record PendingSplits(@Nullable List<ArchiveSplit> splits) {

  /** Copies the list. */
  public PendingSplits {
    splits = splits == null ? null : List.copyOf(splits);
  }
}
