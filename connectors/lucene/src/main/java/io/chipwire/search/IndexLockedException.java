package io.chipwire.search;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody else is writing the index at this moment; the same call may succeed later. */
public final class IndexLockedException extends IOException {

  private static final long serialVersionUID = 1L;

  IndexLockedException(Path folder, Throwable cause) {
    super("index folder " + folder + ": another process is writing it", cause);
  }
}
