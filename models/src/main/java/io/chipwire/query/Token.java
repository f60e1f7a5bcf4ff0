package io.chipwire.query;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a query's text.
 *
 * @param position where it starts
 * @param field what stands before the colon, as typed; null for a bare word or phrase
 * @param text the word, the phrase without quotes, or the field's value without quotes
 * @param quoted whether {@code text} stood in quotes
 * @param plus whether a {@code +} follows a field's value
 */
record Token(
    Kind kind, int position, @Nullable String field, String text, boolean quoted, boolean plus) {

  enum Kind {
    TEXT,
    OPEN,
    CLOSE,
    MINUS,
    OR,
    END
  }

  static Token sign(Kind kind, int position, String text) {
    return new Token(kind, position, null, text, false, false);
  }
}
