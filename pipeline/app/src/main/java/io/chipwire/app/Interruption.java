package io.chipwire.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for Ctrl-C (or a plain kill) and lets the command clean up before the process ends: the
 * shutdown, which the signal begins, waits until the command's resources are closed.
 */
final class Interruption implements AutoCloseable {

  private static final long GRACE_SECONDS = 20;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  /** From now on a signal runs {@code onSignal} and then waits for {@link #close}. */
  Interruption(Runnable onSignal) {
    hook =
        new Thread(
            () -> {
              onSignal.run();
              try {
                closed.await(GRACE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The clean-up is done. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending already, and no longer waits for us
    }
  }
}
