package io.chipwire.job;

/** The job of a backfill failed, more often than it may; what was done until then is kept. */
public final class BackfillFailedException extends Exception {

  private static final long serialVersionUID = 1;

  BackfillFailedException(String message, Throwable cause) {
    super(message + ": " + RootCause.text(cause), cause);
  }
}
