package io.chipwire.archive;

import java.io.Serializable;
import java.time.Duration;

/**
 * A folder that is looked into again and again for files that are new or were changed.
 *
 * @param name for people and for checkpoints: the same name is the same folder
 * @param path of the folder; it need not be there yet
 * @param interval between two looks; a file is read when it stood still from one to the next
 */
public record WatchedFolder(String name, String path, Duration interval) implements Serializable {

  /**
   * Checks the interval.
   *
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public WatchedFolder {
    if (interval.toMillis() < 1) {
      throw new IllegalArgumentException(
          "folder " + name + ": interval " + interval + ": expected at least 1 ms");
    }
  }
}
