package io.chipwire.notify;

import io.chipwire.alert.Message;

/** Brings messages to receivers of one kind. Thread-safe. */
public interface Courier {

  /**
   * Tries once. Its thread is interrupted when that takes too long, and somebody else may try soon
   * after: then the connection is closed at once, and it returns or throws.
   *
   * @return how it went; whatever goes wrong on the way is a receipt, not an exception
   */
  Receipt deliver(Message message) throws InterruptedException;
}
