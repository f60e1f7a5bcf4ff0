package io.chipwire.search.flink;

import io.chipwire.search.StagedBatch;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** How a batch's name is kept in checkpoints. */
final class StagedBatchSerializer implements SimpleVersionedSerializer<StagedBatch> {

  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(StagedBatch batch) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF(batch.writerId());
    out.writeLong(batch.sequence());
    out.writeInt(batch.articles());
    return out.getCopyOfBuffer();
  }

  @Override
  public StagedBatch deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("staged batch in version " + version + ": expected version " + VERSION);
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    return new StagedBatch(in.readUTF(), in.readLong(), in.readInt());
  }
}
