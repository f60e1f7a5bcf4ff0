package io.chipwire.archive;

import io.chipwire.article.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows one folder: which of its files are to be read, each once in each of its states. A file is
 * given out when it stood still from one look to the next, so that none is read while it is
 * written.
 *
 * <p>Owned state: a {@link FolderState}, and the files that are not yet known to stand still. Not
 * safe for use by several threads.
 */
public final class FolderWatch {

  private final Map<String, FileStamp> taken;
  private Map<String, FileStamp> waiting = Map.of();
  private Set<String> troubles;

  /** Goes on from a state. */
  public FolderWatch(FolderState state) {
    this.taken = new HashMap<>(state.taken());
    this.troubles = state.troubles();
  }

  /**
   * What a look brings.
   *
   * @param files to be read, in order
   * @param rejections to be told
   */
  public record News(List<ArchiveFile> files, List<Rejection> rejections) {}

  /** Takes in a look; what it brings counts as given out. */
  public News take(FolderLook look) {
    List<ArchiveFile> files = new ArrayList<>();
    Map<String, FileStamp> moving = new HashMap<>();
    look.files()
        .forEach(
            (file, stamp) -> {
              String path = file.path();
              if (stamp.equals(taken.get(path))) {
                return;
              }
              if (stamp.equals(waiting.get(path))) {
                taken.put(path, stamp);
                files.add(file);
              } else {
                moving.put(path, stamp);
              }
            });
    waiting = moving;
    forgetWhatIsGone(look);
    return new News(files, newTroubles(look));
  }

  /** What cannot be listed now, such as a disk that is not mounted, is not gone. */
  private void forgetWhatIsGone(FolderLook look) {
    Set<String> listed = new HashSet<>();
    look.files().keySet().forEach(file -> listed.add(file.path()));
    taken
        .keySet()
        .removeIf(
            path ->
                !listed.contains(path)
                    && look.rejections().stream()
                        .noneMatch(rejection -> Path.of(path).startsWith(rejection.source())));
  }

  private List<Rejection> newTroubles(FolderLook look) {
    List<Rejection> told = new ArrayList<>(look.rejections());
    told.removeIf(rejection -> troubles.contains(rejection.message()));
    troubles = new HashSet<>();
    look.rejections().forEach(rejection -> troubles.add(rejection.message()));
    return told;
  }

  /** What to go on from later. */
  public FolderState state() {
    return new FolderState(taken, troubles);
  }
}
