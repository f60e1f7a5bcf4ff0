package io.chipwire.store.flink;

import io.chipwire.alert.Alert;
import io.chipwire.store.Outbox;
import io.chipwire.store.StoreException;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Puts alerts into a store's outbox, each at once. Exactly once in effect: after a restart the same
 * alerts come again, with the same ids, and change nothing. A store that does not answer fails the
 * job, which goes on from its last checkpoint.
 *
 * <p>Owned state: none.
 */
public final class OutboxSink implements Sink<Alert> {

  private static final long serialVersionUID = 1;

  private final StoreAddress address;

  /**
   * A sink into a store.
   *
   * @param location see {@link io.chipwire.store.StoreLocation#of}
   */
  public OutboxSink(String location) {
    this.address = new StoreAddress(location);
  }

  @Override
  public SinkWriter<Alert> createWriter(WriterInitContext context) throws IOException {
    try {
      return new Writer(address.open().outbox());
    } catch (StoreException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private record Writer(Outbox outbox) implements SinkWriter<Alert> {

    @Override
    public void write(Alert alert, Context context) throws IOException {
      try {
        outbox.put(List.of(alert));
      } catch (StoreException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void flush(boolean endOfInput) {
      // nothing is kept back
    }

    @Override
    public void close() {
      // no connection is kept
    }
  }
}
