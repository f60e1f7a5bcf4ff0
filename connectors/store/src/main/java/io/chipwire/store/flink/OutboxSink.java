package io.chipwire.store.flink;

import io.chipwire.alert.Alert;
import io.chipwire.store.Outbox;
import io.chipwire.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Puts alerts into a store's outbox. Exactly once in effect: after a restart the same alerts come
 * again, with the same ids, and change nothing. A store that does not answer fails the job, which
 * goes on from its last checkpoint.
 *
 * <p>Owned state: none; what is pending is put before a checkpoint is complete.
 */
public final class OutboxSink implements Sink<Alert> {

  private static final long serialVersionUID = 1;

  private final StoreAddress address;
  private final int together;

  /**
   * A sink into a store, which puts each alert at once.
   *
   * @param location see {@link io.chipwire.store.StoreLocation#of}
   */
  public OutboxSink(String location) {
    this(location, 1);
  }

  /**
   * A sink for many alerts.
   *
   * @param together how many are put in one transaction, fewer at a checkpoint and at the end
   */
  public OutboxSink(String location, int together) {
    this.address = new StoreAddress(location);
    this.together = together;
  }

  @Override
  public SinkWriter<Alert> createWriter(WriterInitContext context) throws IOException {
    try {
      return new Writer(address.open().outbox(), together, new ArrayList<>());
    } catch (StoreException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private record Writer(Outbox outbox, int together, List<Alert> pending)
      implements SinkWriter<Alert> {

    @Override
    public void write(Alert alert, Context context) throws IOException {
      pending.add(alert);
      if (pending.size() >= together) {
        flush(false);
      }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      try {
        outbox.put(pending);
        pending.clear();
      } catch (StoreException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void close() {
      // no connection is kept
    }
  }
}
