package io.chipwire.notify;

import java.net.UnknownHostException;

/** A host whose address is private, of this machine, or otherwise nobody's in the internet. */
public final class RefusedAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1;

  RefusedAddressException(String message) {
    super(message);
  }
}
