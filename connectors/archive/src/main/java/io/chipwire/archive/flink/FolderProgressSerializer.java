package io.chipwire.archive.flink;

import io.chipwire.archive.FileStamp;
import io.chipwire.archive.FolderState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Writes the progress in watched folders into a checkpoint: a path and 16 bytes a file. */
final class FolderProgressSerializer implements SimpleVersionedSerializer<FolderProgress> {

  private static final int VERSION = 1;

  /** That of the splits within. */
  private static final int SPLIT_VERSION = 2;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(FolderProgress progress) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    out.writeInt(progress.next());
    out.writeInt(progress.splits().size());
    for (ArchiveSplit split : progress.splits()) {
      ArchiveSplitSerializer.write(split, out);
    }
    out.writeInt(progress.folders().size());
    for (Map.Entry<String, FolderState> folder : progress.folders().entrySet()) {
      ArchiveSplitSerializer.writeText(folder.getKey(), out);
      write(folder.getValue(), out);
    }
    return out.getCopyOfBuffer();
  }

  private static void write(FolderState state, DataOutputView out) throws IOException {
    out.writeInt(state.taken().size());
    for (Map.Entry<String, FileStamp> file : state.taken().entrySet()) {
      ArchiveSplitSerializer.writeText(file.getKey(), out);
      out.writeLong(file.getValue().bytes());
      out.writeLong(file.getValue().modified());
    }
    out.writeInt(state.troubles().size());
    for (String trouble : state.troubles()) {
      ArchiveSplitSerializer.writeText(trouble, out);
    }
  }

  @Override
  public FolderProgress deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "watched folders of version " + version + ": expected version " + VERSION);
    }
    DataInputView in = new DataInputDeserializer(bytes);
    int next = in.readInt();
    List<ArchiveSplit> splits = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      splits.add(ArchiveSplitSerializer.read(SPLIT_VERSION, in));
    }
    Map<String, FolderState> folders = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      folders.put(ArchiveSplitSerializer.readText(in), readState(in));
    }
    return new FolderProgress(next, splits, folders);
  }

  private static FolderState readState(DataInputView in) throws IOException {
    Map<String, FileStamp> taken = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      taken.put(ArchiveSplitSerializer.readText(in), new FileStamp(in.readLong(), in.readLong()));
    }
    Set<String> troubles = new HashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      troubles.add(ArchiveSplitSerializer.readText(in));
    }
    return new FolderState(taken, troubles);
  }
}
