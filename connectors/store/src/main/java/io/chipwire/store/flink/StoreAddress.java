package io.chipwire.store.flink;

import io.chipwire.store.AlertStore;
import io.chipwire.store.StoreLocation;
import java.io.Serializable;
import java.time.Clock;
import java.util.UUID;

/**
 * A store's location as a job carries it; may hold a password.
 *
 * @param text see {@link StoreLocation#of}
 */
record StoreAddress(String text) implements Serializable {

  StoreAddress {
    StoreLocation.of(text);
  }

  AlertStore open() {
    return AlertStore.open(
        StoreLocation.of(text), Clock.systemUTC(), () -> UUID.randomUUID().toString());
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return StoreLocation.of(text).toString();
  }
}
