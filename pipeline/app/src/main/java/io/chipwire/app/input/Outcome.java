package io.chipwire.app.input;

import io.chipwire.article.Rejection;

/**
 * What came of one input.
 *
 * @param <T> what it is turned into
 */
public sealed interface Outcome<T> {

  /** It was taken. */
  record Taken<T>(T value) implements Outcome<T> {}

  /** It was refused. */
  record Refused<T>(Rejection rejection) implements Outcome<T> {}
}
