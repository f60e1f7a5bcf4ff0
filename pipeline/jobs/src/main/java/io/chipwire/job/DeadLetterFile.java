package io.chipwire.job;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of rejections that is appended to. Owns the open file. For one thread. */
final class DeadLetterFile implements Closeable {

  private final Path path;
  private @Nullable FileChannel channel;
  private long length;

  /**
   * Opens the file and cuts off what stands behind {@code length}.
   *
   * @param length in bytes; 0 removes the file
   */
  DeadLetterFile(Path path, long length) throws IOException {
    this.path = path;
    if (length == 0) {
      Files.deleteIfExists(path);
    } else if (Files.exists(path)) {
      FileChannel opened = open();
      this.length = Math.min(length, opened.size());
      opened.truncate(this.length).position(this.length);
    }
  }

  private FileChannel open() throws IOException {
    FileChannel opened = channel;
    if (opened == null) {
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      opened = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel = opened;
    }
    return opened;
  }

  void append(Rejection rejection) throws IOException {
    FileChannel target = open();
    byte[] line = (RejectionJson.write(rejection) + "\n").getBytes(StandardCharsets.UTF_8);
    for (ByteBuffer bytes = ByteBuffer.wrap(line); bytes.hasRemaining(); ) {
      target.write(bytes);
    }
    length += line.length;
  }

  /** Brings everything appended onto the disk. */
  void force() throws IOException {
    if (channel != null) {
      channel.force(false);
    }
  }

  long length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
