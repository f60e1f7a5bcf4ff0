package io.chipwire.job;

/** What went wrong underneath the many layers of Flink that pass it on. */
final class RootCause {

  private RootCause() {}

  static String text(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
