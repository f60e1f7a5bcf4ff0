package io.chipwire.archive;

import java.io.IOException;

/** A record, or the header of one, beyond all bounds: reading on is not worth it. */
final class RecordTooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  RecordTooLargeException(String message) {
    super(message);
  }
}
