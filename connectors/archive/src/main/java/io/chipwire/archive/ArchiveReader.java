package io.chipwire.archive;

import io.chipwire.article.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * All pages and rejections of some inputs, one at a time: first the inputs that could not be
 * listed, then file after file. Holds one open file and one record. For one thread.
 *
 * <pre>{@code
 * try (ArchiveReader reader = ArchiveReader.open(List.of("news/"), ArchiveOptions.DEFAULT, in)) {
 *   reader.forEachRemaining(intake -> ...);
 * }
 * }</pre>
 */
public final class ArchiveReader implements Iterator<Intake>, AutoCloseable {

  private final ArchiveOptions options;
  private final InputStream standardInput;
  private final Iterator<Intake> unlisted;
  private final Iterator<ArchiveFile> files;
  private @Nullable ArchiveFileReader reader;
  private @Nullable Intake next;

  private ArchiveReader(ArchiveListing listing, ArchiveOptions options, InputStream standardInput) {
    this.options = options;
    this.standardInput = standardInput;
    this.unlisted = listing.rejections().stream().map(Intake::of).iterator();
    this.files = listing.files().iterator();
  }

  /**
   * Opens files, folders and, for {@code -}, standard input.
   *
   * @param standardInput what {@code -} means
   */
  public static ArchiveReader open(
      List<String> inputs, ArchiveOptions options, InputStream standardInput) {
    return new ArchiveReader(ArchiveListing.of(inputs), options, standardInput);
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      if (unlisted.hasNext()) {
        next = unlisted.next();
      } else if (reader != null) {
        next = reader.next();
        if (next == null) {
          close();
        }
      } else if (files.hasNext()) {
        reader = ArchiveFileReader.open(files.next(), options, standardInput);
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public Intake next() {
    if (!hasNext()) {
      throw new NoSuchElementException("behind the last record");
    }
    Intake result = java.util.Objects.requireNonNull(next);
    next = null;
    return result;
  }

  /** Closes the file at hand; reading may go on with the next one. */
  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      // nothing was written, so nothing is lost
    } finally {
      reader = null;
    }
  }
}
