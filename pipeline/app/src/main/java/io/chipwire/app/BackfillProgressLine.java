package io.chipwire.app;

import io.chipwire.job.BackfillProgress;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how a backfill goes on: a bar on a terminal, a line every ten seconds elsewhere. */
abstract sealed class BackfillProgressLine implements BackfillProgress.Listener, AutoCloseable {

  private static final int WIDTH = 99;

  /** Whichever suits the terminal. */
  static BackfillProgressLine on(Terminal terminal) {
    return terminal.errIsTerminal() ? new Bar() : new Lines(terminal.err());
  }

  @Override
  public abstract void close();

  private static String rate(BackfillProgress progress) {
    return String.format(
        Locale.ROOT,
        "%,d articles, %,.0f/s",
        progress.counts().read(),
        progress.articlesPerSecond());
  }

  private static final class Bar extends BackfillProgressLine {

    private @Nullable ProgressBar bar;

    @Override
    public synchronized void progress(BackfillProgress progress) {
      if (bar == null) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        bar =
            new ProgressBarBuilder()
                .setTaskName(progress.resumed() ? "Resumed" : "Backfill")
                .setInitialMax(progress.bytesTotal())
                .setUnit(" MB", 1_000_000)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .startsFrom(progress.counts().bytes(), java.time.Duration.ZERO)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
      }
      bar.stepTo(progress.counts().bytes());
      bar.setExtraMessage(" " + rate(progress));
    }

    @Override
    public synchronized void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }

  private static final class Lines extends BackfillProgressLine {

    private static final long EVERY_NANOS = 10_000_000_000L;

    private final PrintWriter err;
    private long last = System.nanoTime();

    Lines(PrintWriter err) {
      this.err = err;
    }

    @Override
    public synchronized void progress(BackfillProgress progress) {
      long now = System.nanoTime();
      if (now - last >= EVERY_NANOS) {
        last = now;
        err.printf(
            Locale.ROOT, "%3.0f %% of the bytes, %s%n", progress.fraction() * 100, rate(progress));
      }
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
