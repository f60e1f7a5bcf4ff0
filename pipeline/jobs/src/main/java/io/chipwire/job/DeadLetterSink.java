package io.chipwire.job;

import io.chipwire.article.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes rejections into a file, one JSON object a line. For one subtask.
 *
 * <p>Owned state: the length of the file at the checkpoint. A restart cuts the file back to it, so
 * that each rejection is in once; a start without a checkpoint begins the file anew, or goes on
 * behind what is in it. The file is made when there is something to write.
 */
public final class DeadLetterSink implements Sink<Rejection>, SupportsWriterState<Rejection, Long> {

  private static final long serialVersionUID = 1;

  private final String file;
  private final boolean keepsOld;

  /** A sink into a file, whose path must be the same in every process of the job. */
  public DeadLetterSink(Path file) {
    this(file, false);
  }

  private DeadLetterSink(Path file, boolean keepsOld) {
    this.file = file.toAbsolutePath().toString();
    this.keepsOld = keepsOld;
  }

  /** The same, but what an earlier job left in the file stays, also without a checkpoint. */
  public static DeadLetterSink appendingTo(Path file) {
    return new DeadLetterSink(file, true);
  }

  @Override
  public StatefulSinkWriter<Rejection, Long> createWriter(WriterInitContext context)
      throws IOException {
    return new Writer(
        new DeadLetterFile(Path.of(file), keepsOld ? Long.MAX_VALUE : 0),
        new RejectionSigns(context.metricGroup()));
  }

  @Override
  public StatefulSinkWriter<Rejection, Long> restoreWriter(
      WriterInitContext context, Collection<Long> lengths) throws IOException {
    long length = lengths.stream().mapToLong(Long::longValue).max().orElse(0);
    return new Writer(
        new DeadLetterFile(Path.of(file), length), new RejectionSigns(context.metricGroup()));
  }

  @Override
  public SimpleVersionedSerializer<Long> getWriterStateSerializer() {
    return new LengthSerializer();
  }

  private record Writer(DeadLetterFile letters, RejectionSigns signs)
      implements StatefulSinkWriter<Rejection, Long> {

    @Override
    public void write(Rejection rejection, Context context) throws IOException {
      letters.append(rejection);
      signs.wrote(rejection);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      letters.force();
    }

    @Override
    public List<Long> snapshotState(long checkpointId) throws IOException {
      letters.force();
      return List.of(letters.length());
    }

    @Override
    public void close() {
      try {
        letters.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Version 1: eight bytes. */
  static final class LengthSerializer implements SimpleVersionedSerializer<Long> {

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Long length) {
      return ByteBuffer.allocate(Long.BYTES).putLong(length).array();
    }

    @Override
    public Long deserialize(int version, byte @Nullable [] bytes) throws IOException {
      if (version != 1 || bytes == null || bytes.length != Long.BYTES) {
        throw new IOException(
            "length of the dead-letter file, version " + version + ": expected version 1");
      }
      return ByteBuffer.wrap(bytes).getLong();
    }
  }
}
