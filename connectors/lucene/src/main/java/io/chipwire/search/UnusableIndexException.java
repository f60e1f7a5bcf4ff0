package io.chipwire.search;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that cannot be opened as an index; the message says what was expected and found. */
public final class UnusableIndexException extends IOException {

  private static final long serialVersionUID = 1L;

  UnusableIndexException(Path folder, String found, String expected) {
    super("index folder " + folder + ": found " + found + ", expected " + expected);
  }
}
