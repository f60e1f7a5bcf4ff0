package io.chipwire.store;

/** A store that cannot be opened or does not answer; the message says which, without secrets. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
