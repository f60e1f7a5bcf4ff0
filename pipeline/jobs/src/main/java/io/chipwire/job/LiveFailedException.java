package io.chipwire.job;

/** A live job that could not be started or failed for good. The message says why. */
public final class LiveFailedException extends Exception {

  private static final long serialVersionUID = 1;

  LiveFailedException(String message) {
    super(message);
  }

  LiveFailedException(String message, Throwable cause) {
    super(message + ": " + RootCause.text(cause), cause);
  }
}
