package io.chipwire.web.flink;

import io.chipwire.web.FurtherDocument;
import io.chipwire.web.Rhythm;
import io.chipwire.web.Validators;
import io.chipwire.web.WatchState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes a split into a checkpoint: 16 bytes a link that was seen, and little else. */
final class WatchSplitSerializer implements SimpleVersionedSerializer<WatchSplit> {

  /**
   * 2: the source's {@link Rhythm} at the end. 3: further documents with key, title and time;
   * before there were only sitemaps.
   */
  static final int VERSION = 3;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(WatchSplit split) throws IOException {
    WatchState state = split.state();
    DataOutputSerializer out = new DataOutputSerializer(256 + 16 * state.seen().size());
    writeText(split.name(), out);
    writeText(state.validators().etag(), out);
    writeText(state.validators().lastModified(), out);
    out.writeLong(state.due().toEpochMilli());
    out.writeLong(state.interval().toMillis());
    out.writeInt(state.failures());
    writeText(state.trouble(), out);
    out.writeInt(state.backlog().size());
    for (FurtherDocument further : state.backlog()) {
      writeText(further.url(), out);
      out.writeLong(further.version());
      writeText(further.key(), out);
      writeText(further.title(), out);
      writeTime(further.time(), out);
    }
    out.writeInt(state.seen().size());
    for (Map.Entry<Long, Long> link : state.seen().entrySet()) {
      out.writeLong(link.getKey());
      out.writeLong(link.getValue());
    }
    writeTime(state.rhythm().lastNews(), out);
    out.writeLong(state.rhythm().usual().toMillis());
    out.writeBoolean(state.rhythm().silent());
    return out.getCopyOfBuffer();
  }

  @Override
  public WatchSplit deserialize(int version, byte[] bytes) throws IOException {
    if (version < 1 || version > VERSION) {
      throw new IOException(
          "watched source of version " + version + ": expected version 1 to " + VERSION);
    }
    DataInputView in = new DataInputDeserializer(bytes);
    String name = requireText(in);
    Validators validators = new Validators(readText(in), readText(in));
    Instant due = Instant.ofEpochMilli(in.readLong());
    Duration interval = Duration.ofMillis(in.readLong());
    int failures = in.readInt();
    String trouble = readText(in);
    List<FurtherDocument> backlog = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      backlog.add(further(version, in));
    }
    Map<Long, Long> seen = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      seen.put(in.readLong(), in.readLong());
    }
    Rhythm rhythm = version == 1 ? Rhythm.UNKNOWN : rhythm(in);
    return new WatchSplit(
        name, new WatchState(validators, due, interval, failures, trouble, backlog, seen, rhythm));
  }

  private static FurtherDocument further(int version, DataInputView in) throws IOException {
    String url = requireText(in);
    long told = in.readLong();
    return version < 3
        ? new FurtherDocument(url, url, told, null, null)
        : new FurtherDocument(requireText(in), url, told, readText(in), readTime(in));
  }

  private static Rhythm rhythm(DataInputView in) throws IOException {
    Instant lastNews = readTime(in);
    Duration usual = Duration.ofMillis(in.readLong());
    return new Rhythm(lastNews, usual, in.readBoolean());
  }

  /** Milliseconds; -1 is null, as nothing was published before 1970. */
  private static void writeTime(@Nullable Instant time, DataOutputView out) throws IOException {
    out.writeLong(time == null ? -1 : time.toEpochMilli());
  }

  private static @Nullable Instant readTime(DataInputView in) throws IOException {
    long millis = in.readLong();
    return millis < 0 ? null : Instant.ofEpochMilli(millis);
  }

  /** Not {@code writeUTF}, which ends at 64 KiB; a length of -1 is null. */
  private static void writeText(@Nullable String text, DataOutputView out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String readText(DataInputView in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String requireText(DataInputView in) throws IOException {
    String text = readText(in);
    if (text == null) {
      throw new IOException("watched source: a text is missing; expected one");
    }
    return text;
  }
}
