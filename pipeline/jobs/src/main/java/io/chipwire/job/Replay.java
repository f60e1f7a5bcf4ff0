package io.chipwire.job;

import io.chipwire.article.Rejection;
import io.chipwire.web.Finding;
import io.chipwire.web.WebAddress;
import io.chipwire.web.WebLink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that are to be fetched once more, because what came of them before was refused. They
 * wait in a folder under that of the index, a file for each time somebody asked, an address a line;
 * the live job takes up each file once, when it runs or when it is started next.
 */
public final class Replay {

  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Path folder;

  private Replay(Path folder) {
    this.folder = folder;
  }

  /** Those of an index. */
  public static Replay of(Path index) {
    return new Replay(index.resolve("replay"));
  }

  /**
   * The address that a rejection is about; null if it is about something else, such as a record of
   * an archive, or a source, which is looked at again anyway.
   */
  public static @Nullable String address(Rejection rejection) {
    return rejection.stage() == Rejection.Stage.WATCH
        ? null
        : WebAddress.parse(rejection.source(), null).map(URI::toString).orElse(null);
  }

  /**
   * Asks for addresses to be fetched once more, each once.
   *
   * @return how many
   */
  public int add(Collection<String> addresses, Instant now) throws IOException {
    Set<String> distinct = new LinkedHashSet<>(addresses);
    if (distinct.isEmpty()) {
      return 0;
    }
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, ".", ".part"); // not seen before it is whole
    Files.write(file, distinct);
    String name =
        now.toString().replace(":", "") + "-" + file.getFileName().toString().substring(1);
    Files.move(file, folder.resolve(name.replace(".part", ".txt")), StandardCopyOption.ATOMIC_MOVE);
    return distinct.size();
  }

  /**
   * The addresses as they are asked for, as links.
   *
   * @param clock serializable
   */
  DataStream<Finding> links(StreamExecutionEnvironment env, Clock clock) throws IOException {
    Files.createDirectories(folder);
    return env.fromSource(
            FileSource.forRecordStreamFormat(
                    new TextLineInputFormat(),
                    new org.apache.flink.core.fs.Path(folder.toAbsolutePath().toUri()))
                .monitorContinuously(LOOK)
                .build(),
            WatermarkStrategy.noWatermarks(),
            "Replay")
        .uid("source-replay")
        .setParallelism(1)
        .map(address -> new Finding(WebLink.wanted(address, clock.instant()), null))
        .returns(Finding.class)
        .name("ReplayedLinks")
        .uid("replayed-links")
        .setParallelism(1);
  }
}
