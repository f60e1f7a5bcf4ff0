package io.chipwire.article;

import org.jspecify.annotations.Nullable;

/**
 * What an input yields at one place: a page, or why there is none; exactly one of the two is there.
 *
 * @param page the page, or null if it was refused
 * @param rejection why it was refused, or null if {@code page} is there
 */
public record Intake(@Nullable Page page, @Nullable Rejection rejection) {

  /** A page that was taken in. */
  public static Intake of(Page page) {
    return new Intake(page, null);
  }

  /** An input that was refused. */
  public static Intake of(Rejection rejection) {
    return new Intake(null, rejection);
  }
}
