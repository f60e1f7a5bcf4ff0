package io.chipwire.archive.flink;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.article.Rejection;
import org.apache.flink.api.connector.source.SourceSplit;
import org.jspecify.annotations.Nullable;

/**
 * A file with a position in it, or an input that could not be listed and is only to be reported.
 *
 * @param number place among all splits of the source, counted from 0
 * @param file what to read; null if {@code refused} is there
 * @param refused what to report; null if {@code file} is there
 * @param position how many intakes of it were emitted
 */
public record ArchiveSplit(
    int number, @Nullable ArchiveFile file, @Nullable Rejection refused, long position)
    implements SourceSplit {

  @Override
  public String splitId() {
    return Integer.toString(number);
  }

  ArchiveSplit at(long newPosition) {
    return new ArchiveSplit(number, file, refused, newPosition);
  }
}
