package io.chipwire.language;

/**
 * A name that the statistical model saw in a sentence.
 *
 * @param first index of its first token
 * @param end index behind its last token
 */
public record Name(int first, int end, Kind kind) {

  /** The three classes of the model. */
  public enum Kind {
    /** A person. */
    PERSON,
    /** A company or another organisation; the model does not tell them apart. */
    ORGANIZATION,
    /** A place. */
    LOCATION
  }
}
