package io.chipwire.web.flink;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the names of the assigned sources into a checkpoint. */
final class AssignedSerializer implements SimpleVersionedSerializer<Assigned> {

  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(Assigned assigned) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    out.writeInt(assigned.names().size());
    for (String name : assigned.names()) {
      out.writeUTF(name);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public Assigned deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "assigned sources of version " + version + ": expected version " + VERSION);
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    Set<String> names = new TreeSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    return new Assigned(names);
  }
}
