package io.chipwire.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a watched source stands, for whoever keeps an eye on it.
 *
 * @param condition in a word
 * @param lastNews when something new was seen last; null before the first
 * @param message what is wrong with it; null if it is fine
 */
public record Standing(Condition condition, @Nullable Instant lastNews, @Nullable String message) {

  /** In the order in which they are counted: 0 is fine. */
  public enum Condition {
    /** It could be read. */
    FINE,
    /** The last look failed. */
    FAILING,
    /** It can be read and has had no news for far longer than usual. */
    SILENT
  }
}
