package io.chipwire.archive;

/**
 * A file of an archive, in its place among the others.
 *
 * @param index place among all files of the inputs, counted from 0
 * @param path as the user gave it, or as found below a folder the user gave; {@code -} is standard
 *     input
 * @param format told by the name
 * @param bytes size on disk; 0 where it cannot be told (a pipe)
 * @param firstOrdinal the {@linkplain io.chipwire.article.Page#ordinal() ordinal} of its first
 *     record; those of the others follow
 */
public record ArchiveFile(
    int index, String path, ArchiveFormat format, long bytes, long firstOrdinal) {

  /** The path that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  /** Most files of one listing, and most records of one file: what an ordinal can number. */
  static final int MAX_FILES = 1 << 22;

  private static final int RECORD_BITS = 40;

  /** A file whose records come behind those of all files before it. */
  public ArchiveFile(int index, String path, ArchiveFormat format, long bytes) {
    this(index, path, format, bytes, (long) index << RECORD_BITS);
  }

  /** The place of a record in the order of all inputs. */
  long ordinal(long record) {
    return firstOrdinal + record;
  }
}
