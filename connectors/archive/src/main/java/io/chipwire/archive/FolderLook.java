package io.chipwire.archive;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one look into a watched folder shows; see {@link ArchiveListing} for what is taken. What is
 * still being written, by its name ({@code .part}, {@code .tmp}), is left out, files and folders
 * alike.
 *
 * @param files with their stamps, in reading order. Their ordinals count from the time of their
 *     last change, in milliseconds since 1970, as those of pages from the web do, so that the later
 *     one is the later one, wherever it came from
 * @param rejections what could not be listed or may not be read, the folder itself if it is not
 *     there
 */
public record FolderLook(Map<ArchiveFile, FileStamp> files, List<Rejection> rejections) {

  private static final List<String> UNFINISHED = List.of(".part", ".tmp");

  /** Looks; never fails for what it finds on disk. */
  public static FolderLook into(WatchedFolder folder, Clock clock) {
    ArchiveListing listing = ArchiveListing.of(List.of(folder.path()));
    long now = clock.millis();
    Map<ArchiveFile, FileStamp> files = new LinkedHashMap<>();
    List<Rejection> rejections = new ArrayList<>(listing.rejections());
    rejections.removeIf(rejection -> rejection.reason() == RejectionReason.EMPTY);
    for (ArchiveFile file : listing.files()) {
      Path path = Path.of(file.path());
      if (isUnfinished(Path.of(folder.path()).relativize(path))) {
        continue;
      }
      if (!Files.isReadable(path) && Files.exists(path)) {
        rejections.add(Refusals.of(RejectionReason.UNREADABLE, file.path(), "permission denied"));
        continue;
      }
      try {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        FileStamp stamp =
            new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
        // A file from the future must not keep all that comes after it from being later.
        long ordinal = Math.clamp(stamp.modified(), 0, now);
        files.put(
            new ArchiveFile(file.index(), file.path(), file.format(), stamp.bytes(), ordinal),
            stamp);
      } catch (IOException gone) {
        // Taken away since it was listed, or a link that leads nowhere yet: the next look tells.
      }
    }
    return new FolderLook(files, rejections);
  }

  private static boolean isUnfinished(Path below) {
    for (Path name : below) {
      String lower = name.toString().toLowerCase(Locale.ROOT);
      if (UNFINISHED.stream().anyMatch(lower::endsWith)) {
        return true;
      }
    }
    return false;
  }
}
