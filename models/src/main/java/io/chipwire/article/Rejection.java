package io.chipwire.article;

/**
 * An input that was not taken, kept so that it can be counted, shown and replayed.
 *
 * @param stage where it was refused
 * @param reason why, from a closed list
 * @param source where it came from, see {@link Page#source()}
 * @param message for people: the value, what was expected, and where
 * @param excerpt at most the first 2,048 characters of the input, or empty
 */
public record Rejection(
    Stage stage, RejectionReason reason, String source, String message, String excerpt) {

  /** Longest excerpt kept, in UTF-16 code units. */
  public static final int MAX_EXCERPT = 2_048;

  /** Cuts the excerpt to {@link #MAX_EXCERPT}. */
  public Rejection {
    excerpt = excerpt.length() <= MAX_EXCERPT ? excerpt : excerpt.substring(0, MAX_EXCERPT);
  }

  /** The part of the pipeline that refused an input. */
  public enum Stage {
    /** Looking at a watched source. */
    WATCH,
    /** Asking the web for it. */
    FETCH,
    /** Opening files and archives. */
    OPEN,
    /** From page to article. */
    READ,
    /** From article to facts. */
    EXTRACT,
    /** Writing the index. */
    INDEX
  }
}
