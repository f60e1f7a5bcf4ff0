package io.chipwire.job;

/** The job of a backfill failed, more often than it may; what was done until then is kept. */
public final class BackfillFailedException extends Exception {

  private static final long serialVersionUID = 1;

  BackfillFailedException(String message, Throwable cause) {
    super(message + ": " + root(cause), cause);
  }

  /** What went wrong underneath the many layers that pass it on. */
  private static String root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
