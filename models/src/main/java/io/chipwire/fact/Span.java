package io.chipwire.fact;

/**
 * A stretch of text: half-open, in UTF-16 code units.
 *
 * @throws IllegalArgumentException if {@code 0 <= start <= end} does not hold
 */
public record Span(int start, int end) {

  /** Checks the order of the two ends. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span [" + start + ", " + end + "): expected 0 <= start <= end");
    }
  }

  /** Whether the two share at least one code unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Whether {@code other} lies wholly inside this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The code units of {@code text} that this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
