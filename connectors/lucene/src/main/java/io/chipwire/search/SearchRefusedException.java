package io.chipwire.search;

/** A question that the index does not answer, through no fault of the index. */
public final class SearchRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why. */
  public enum Reason {
    /** It took longer than the request allowed. */
    TIMEOUT,
    /** It concerns more facts than can be put together. */
    TOO_MANY,
    /** The cursor is none of ours, or one of another query. */
    CURSOR
  }

  SearchRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
