package io.chipwire.web;

/** A request that came to nothing. The message is for people and names the address. */
final class FetchException extends Exception {

  private static final long serialVersionUID = 1;

  private final FetchFailure reason;
  private final boolean passing;

  /**
   * A failure.
   *
   * @param passing whether another try may do better
   */
  FetchException(FetchFailure reason, boolean passing, String message) {
    super(message);
    this.reason = reason;
    this.passing = passing;
  }

  FetchFailure reason() {
    return reason;
  }

  boolean passing() {
    return passing;
  }
}
