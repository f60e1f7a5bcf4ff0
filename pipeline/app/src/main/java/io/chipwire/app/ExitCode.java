package io.chipwire.app;

/** What the process tells its caller. */
final class ExitCode {

  /** All input was taken. */
  static final int FINE = 0;

  /** Some input was rejected, or something failed; the reasons are on stderr. */
  static final int REJECTED = 1;

  /** The command line, a query or the index folder is not what the command needs. */
  static final int USAGE = 2;

  private ExitCode() {}
}
