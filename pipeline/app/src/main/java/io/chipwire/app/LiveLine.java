package io.chipwire.app;

import io.chipwire.job.LiveCounts;
import io.chipwire.job.LiveProgress;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how a live job stands: a line that changes on a terminal, one a minute elsewhere. */
final class LiveLine implements LiveProgress, AutoCloseable {

  /** Also while it starts again after a failure. */
  private static final String STARTING = " (starting)";

  private static final long EVERY_NANOS = 60_000_000_000L;

  private final PrintWriter err;
  private final boolean inPlace;
  private long last = System.nanoTime();
  private @Nullable String shown;

  private LiveLine(PrintWriter err, boolean inPlace) {
    this.err = err;
    this.inPlace = inPlace;
  }

  /** Whichever suits the terminal. */
  static LiveLine on(Terminal terminal) {
    return new LiveLine(terminal.err(), terminal.errIsTerminal());
  }

  @Override
  public synchronized void progress(LiveCounts counts, boolean running) {
    String line =
        String.format(
            Locale.ROOT,
            "%,d links, %,d articles, %,d revisions, %,d unchanged, %,d rejected%s",
            counts.links(),
            counts.articles(),
            counts.revisions(),
            counts.unchanged(),
            counts.rejectedInAll(),
            running ? "" : STARTING);
    if (line.equals(shown)) {
      return;
    }
    long now = System.nanoTime();
    if (inPlace) {
      // Counts only grow: with the word of the start gone, the line covers the one before.
      err.print("\r" + line + (running ? " ".repeat(STARTING.length()) : ""));
      err.flush();
      shown = line;
    } else if (now - last >= EVERY_NANOS) {
      last = now;
      err.println(line);
      shown = line;
    }
  }

  @Override
  public synchronized void close() {
    if (inPlace && shown != null) {
      err.println();
      shown = null;
    }
  }
}
