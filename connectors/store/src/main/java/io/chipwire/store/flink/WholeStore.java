package io.chipwire.store.flink;

import java.io.IOException;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A store as a split: all of it; without state. */
public record WholeStore() implements SourceSplit {

  @Override
  public String splitId() {
    return "store";
  }

  /** Version 1: no bytes. */
  static final class Serializer implements SimpleVersionedSerializer<WholeStore> {

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(WholeStore store) {
      return new byte[0];
    }

    @Override
    public WholeStore deserialize(int version, byte[] bytes) throws IOException {
      if (version != 1) {
        throw new IOException("source of subscriptions, version " + version + ": expected 1");
      }
      return new WholeStore();
    }
  }
}
