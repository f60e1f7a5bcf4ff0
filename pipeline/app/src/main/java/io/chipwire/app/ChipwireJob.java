package io.chipwire.app;

/**
 * The same command line for {@code flink run} and application clusters, whose process must not be
 * ended by it.
 */
public final class ChipwireJob {

  private ChipwireJob() {}

  /**
   * Runs a command line, such as {@code run --config wire.yaml --detach}.
   *
   * @throws IllegalStateException if it fails; what it said of it went to standard error
   */
  public static void main(String[] args) {
    int code = Chipwire.run(Terminal.ofProcess(), args);
    if (code != ExitCode.FINE) {
      throw new IllegalStateException("chipwire ended with exit code " + code + ", see above");
    }
  }
}
