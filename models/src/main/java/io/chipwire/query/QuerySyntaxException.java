package io.chipwire.query;

import org.jspecify.annotations.Nullable;

/**
 * A text that is no query: where, what stood there, what was expected, and perhaps what was meant.
 */
public final class QuerySyntaxException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int MAX_FOUND = 40;

  private final int position;
  private final String found;
  private final String expected;
  private final @Nullable String suggestion;

  QuerySyntaxException(int position, String found, String expected, @Nullable String suggestion) {
    super(
        "query at "
            + position
            + ": found "
            + shorten(found)
            + ", expected "
            + expected
            + (suggestion == null ? "" : "; did you mean " + suggestion + "?"));
    this.position = position;
    this.found = shorten(found);
    this.expected = expected;
    this.suggestion = suggestion;
  }

  /** Offset in the query's text, in UTF-16 code units from 0. */
  public int position() {
    return position;
  }

  /** What stood there, at most its first characters. */
  public String found() {
    return found;
  }

  /** What would have been right, for people. */
  public String expected() {
    return expected;
  }

  /** A text that would have been right in place of {@link #found}, or null. */
  public @Nullable String suggestion() {
    return suggestion;
  }

  private static String shorten(String text) {
    return text.length() <= MAX_FOUND ? text : text.substring(0, MAX_FOUND) + "…";
  }
}
