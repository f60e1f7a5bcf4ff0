package io.chipwire.archive.flink;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.archive.ArchiveFormat;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a split into a checkpoint. Enums go by name, so that their order may change. */
final class ArchiveSplitSerializer implements SimpleVersionedSerializer<ArchiveSplit> {

  /** 2: the first ordinal of a file at its end; before it followed from its place. */
  static final int VERSION = 2;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(ArchiveSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    write(split, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public ArchiveSplit deserialize(int version, byte[] bytes) throws IOException {
    check(version, "split");
    return read(version, new DataInputDeserializer(bytes));
  }

  static void check(int version, String what) throws IOException {
    if (version < 1 || version > VERSION) {
      throw new IOException(
          "archive " + what + " of version " + version + ": expected version 1 to " + VERSION);
    }
  }

  static void write(ArchiveSplit split, DataOutputView out) throws IOException {
    out.writeInt(split.number());
    out.writeLong(split.position());
    ArchiveFile file = split.file();
    out.writeBoolean(file != null);
    if (file != null) {
      out.writeInt(file.index());
      writeText(file.path(), out);
      writeText(file.format().name(), out);
      out.writeLong(file.bytes());
      out.writeLong(file.firstOrdinal());
    }
    Rejection refused = split.refused();
    out.writeBoolean(refused != null);
    if (refused != null) {
      writeText(refused.stage().name(), out);
      writeText(refused.reason().name(), out);
      writeText(refused.source(), out);
      writeText(refused.message(), out);
      writeText(refused.excerpt(), out);
    }
  }

  static ArchiveSplit read(int version, DataInputView in) throws IOException {
    int number = in.readInt();
    long position = in.readLong();
    ArchiveFile file = in.readBoolean() ? readFile(version, in) : null;
    Rejection refused = in.readBoolean() ? readRejection(in) : null;
    return new ArchiveSplit(number, file, refused, position);
  }

  private static ArchiveFile readFile(int version, DataInputView in) throws IOException {
    int index = in.readInt();
    String path = readText(in);
    ArchiveFormat format = ArchiveFormat.valueOf(readText(in));
    long bytes = in.readLong();
    return version == 1
        ? new ArchiveFile(index, path, format, bytes)
        : new ArchiveFile(index, path, format, bytes, in.readLong());
  }

  private static Rejection readRejection(DataInputView in) throws IOException {
    Rejection.Stage stage = Rejection.Stage.valueOf(readText(in));
    RejectionReason reason = RejectionReason.valueOf(readText(in));
    String source = readText(in);
    String message = readText(in);
    return new Rejection(stage, reason, source, message, readText(in));
  }

  /** Not {@code writeUTF}, which ends at 64 KiB. */
  static void writeText(String text, DataOutputView out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
