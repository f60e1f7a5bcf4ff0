package io.chipwire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * {@code chipwire run}, and {@code chipwire notify} beside it, both with the same store; to be
 * killed and started again. Not safe for use by several threads.
 */
final class RunAndNotifier implements AutoCloseable {

  private final Path config;
  private final Path store;
  private final Path log;
  private Process run;
  private Process notifier;

  /** Starts both. */
  RunAndNotifier(Path config, Path store, Path log) throws IOException {
    this.config = config;
    this.store = store;
    this.log = log;
    run = CommandProcess.run(config, store, log);
    notifier = CommandProcess.notifier(store, log);
  }

  /** Kills the run with SIGKILL, and starts another. */
  void killRun() throws IOException, InterruptedException {
    kill(run);
    run = CommandProcess.run(config, store, log);
  }

  /** The same with the notifier. */
  void killNotifier() throws IOException, InterruptedException {
    kill(notifier);
    notifier = CommandProcess.notifier(store, log);
  }

  private static void kill(Process process) throws InterruptedException {
    if (!process.isAlive()) {
      throw new AssertionError("ended by itself with " + process.exitValue());
    }
    process.destroyForcibly().waitFor();
  }

  boolean areAlive() {
    return run.isAlive() && notifier.isAlive();
  }

  /** Stops both. */
  @Override
  public void close() throws InterruptedException {
    run.destroy();
    notifier.destroy();
    if (!run.waitFor(20, TimeUnit.SECONDS) || !notifier.waitFor(20, TimeUnit.SECONDS)) {
      run.destroyForcibly().waitFor();
      notifier.destroyForcibly().waitFor();
    }
  }
}
