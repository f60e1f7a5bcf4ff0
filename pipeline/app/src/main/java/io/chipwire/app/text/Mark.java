package io.chipwire.app.text;

/**
 * A stretch of a text that says something.
 *
 * @param start offset in the text, in UTF-16 code units
 * @param end offset behind it
 * @param kind what stands there
 * @param reading how we read it, for people
 */
public record Mark(int start, int end, Kind kind, String reading) {

  /** What a mark stands for; a later kind lies on top of an earlier one. */
  public enum Kind {
    /** The sentence of a commitment. */
    COMMITMENT,
    /** A mention of an entity. */
    ENTITY,
    /** A quantity. */
    FIGURE
  }
}
