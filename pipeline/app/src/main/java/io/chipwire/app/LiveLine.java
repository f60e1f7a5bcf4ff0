package io.chipwire.app;

import io.chipwire.job.LiveCounts;
import io.chipwire.job.LiveProgress;
import io.chipwire.job.monitor.Health;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows how a live job stands: a line that changes on a terminal, one a minute elsewhere. */
final class LiveLine implements LiveProgress, AutoCloseable {

  private static final long EVERY_MILLIS = 60_000;

  private final PrintWriter err;
  private final boolean inPlace;
  private final int width;
  private final Clock clock;
  private final MinuteRate rate = new MinuteRate();
  private Instant last;
  private @Nullable String shown;

  /**
   * Starts with nothing shown.
   *
   * @param inPlace whether each line takes the place of the one before
   * @param width longest line, in characters
   */
  LiveLine(PrintWriter err, boolean inPlace, int width, Clock clock) {
    this.err = err;
    this.inPlace = inPlace;
    this.width = width;
    this.clock = clock;
    this.last = clock.instant();
  }

  /** Whichever suits the terminal. */
  static LiveLine on(Terminal terminal) {
    boolean inPlace = terminal.errIsTerminal();
    return new LiveLine(
        terminal.err(),
        inPlace,
        inPlace ? terminal.columns() - 1 : Integer.MAX_VALUE,
        Clock.systemUTC());
  }

  @Override
  public synchronized void monitored(InetSocketAddress at) {
    err.printf("metrics and health: %s/metrics and /health%n", MonitorUrl.of(at));
  }

  @Override
  public synchronized void progress(LiveCounts counts, boolean running, Health health) {
    Instant now = clock.instant();
    LiveStatus status =
        new LiveStatus(
            counts,
            running,
            health,
            rate.at(now.toEpochMilli() * 1_000_000, counts.articles() + counts.revisions()),
            now);
    String line = status.line(width);
    if (inPlace) {
      replace(line);
    } else if (now.toEpochMilli() - last.toEpochMilli() >= EVERY_MILLIS) {
      last = now;
      err.println(line);
    }
  }

  private void replace(String line) {
    if (!line.equals(shown)) {
      int longer = shown == null ? 0 : Math.max(0, shown.length() - line.length());
      err.print("\r" + line + " ".repeat(longer));
      err.flush();
      shown = line;
    }
  }

  @Override
  public synchronized void close() {
    if (shown != null) {
      err.println();
      shown = null;
    }
  }
}
