package io.chipwire.app;

/**
 * What the user asked for cannot be done as asked: no such index, a query with a syntax error. The
 * message is shown as it is and the exit code is {@link ExitCode#USAGE}.
 */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
