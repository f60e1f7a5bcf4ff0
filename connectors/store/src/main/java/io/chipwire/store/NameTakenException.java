package io.chipwire.store;

/** Somebody has a subscription of that name already. */
public final class NameTakenException extends Exception {

  private static final long serialVersionUID = 1;

  NameTakenException(String owner, String name) {
    super("subscription \"" + name + "\" of " + owner + " is there already; expected a new name");
  }
}
