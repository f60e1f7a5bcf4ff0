package io.chipwire.article;

import org.jspecify.annotations.Nullable;

/**
 * What an input yields at one place: a page, or why there is none; exactly one of the two is there.
 *
 * @param page the page, or null if it was refused
 * @param rejection why it was refused, or null if {@code page} is there
 * @param bytes how many bytes of the input, as stored, were read for it; over all intakes of an
 *     input they sum up to its size, save for a few at the end. For progress only
 */
public record Intake(@Nullable Page page, @Nullable Rejection rejection, long bytes) {

  /** A page that was taken in. */
  public static Intake of(Page page) {
    return new Intake(page, null, 0);
  }

  /** An input that was refused. */
  public static Intake of(Rejection rejection) {
    return new Intake(null, rejection, 0);
  }

  /** The same with the number of bytes read for it. */
  public Intake withBytes(long read) {
    return new Intake(page, rejection, read);
  }
}
