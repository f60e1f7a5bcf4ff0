package io.chipwire.store;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Transactions on a store, with its clock and its source of ids. Thread-safe.
 *
 * @param readers connections of which none takes SQLite's one lock for writers
 */
record Database(
    Jdbi jdbi, Jdbi readers, StoreLocation location, Clock clock, Supplier<String> ids) {

  /** Runs in one transaction; all of it happens, or nothing. */
  <T> T transaction(Function<Handle, T> work) {
    return answer(() -> jdbi.inTransaction(work::apply));
  }

  /** Runs in one transaction that changes nothing, and waits for no writer. */
  <T> T read(Function<Handle, T> work) {
    return answer(
        () -> readers.withHandle(handle -> handle.setReadOnly(true).inTransaction(work::apply)));
  }

  private <T> T answer(Supplier<T> question) {
    try {
      return question.get();
    } catch (JdbiException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StoreException("store " + location + " does not answer", cause);
    }
  }

  Instant now() {
    return clock.instant();
  }
}
