package io.chipwire.archive.flink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the enumerator's state into a checkpoint. */
final class PendingSplitsSerializer implements SimpleVersionedSerializer<PendingSplits> {

  private static final int NOT_LISTED = -1;

  @Override
  public int getVersion() {
    return ArchiveSplitSerializer.VERSION;
  }

  @Override
  public byte[] serialize(PendingSplits pending) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    List<ArchiveSplit> splits = pending.splits();
    out.writeInt(splits == null ? NOT_LISTED : splits.size());
    if (splits != null) {
      for (ArchiveSplit split : splits) {
        ArchiveSplitSerializer.write(split, out);
      }
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public PendingSplits deserialize(int version, byte[] bytes) throws IOException {
    ArchiveSplitSerializer.check(version, "enumerator state");
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    int size = in.readInt();
    if (size == NOT_LISTED) {
      return new PendingSplits(null);
    }
    List<ArchiveSplit> splits = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      splits.add(ArchiveSplitSerializer.read(version, in));
    }
    return new PendingSplits(splits);
  }
}
