package io.chipwire.archive.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.archive.ArchiveOptions;
import io.chipwire.article.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSourceIT {

  private static final int FILES = 5;
  private static final int LINES = 100;
  private static final int FAILURES = 3;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final AtomicInteger FAILED = new AtomicInteger();

  @TempDir Path folder;

  @Test
  void goesOnInTheMiddleOfFilesAfterFailures() throws Exception {
    List<String> expected = writeArchive();
    Path missing = folder.resolve("none");
    expected.add(missing + ": no such file or folder");
    FAILED.set(0);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration());
    env.enableCheckpointing(20);
    env.setParallelism(2);

    List<String> lines = new ArrayList<>();
    try (CloseableIterator<String> results =
        env.fromSource(
                ArchiveSource.of(
                    List.of(folder.toString(), missing.toString()), ArchiveOptions.DEFAULT),
                WatermarkStrategy.noWatermarks(),
                "archive")
            .uid("archive")
            .map(new FailsAfterACheckpoint())
            .returns(Intake.class)
            .map(ArchiveSourceIT::line)
            .returns(String.class)
            .executeAndCollect()) {
      results.forEachRemaining(lines::add);
    }

    assertThat(FAILED).hasValue(FAILURES);
    assertThat(lines).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, FAILURES);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    return configuration;
  }

  private static String line(Intake intake) {
    return intake.page() != null
        ? Objects.requireNonNull(intake.page().document()).text()
        : Objects.requireNonNull(intake.rejection()).message();
  }

  private List<String> writeArchive() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int file = 0; file < FILES; file++) {
      StringBuilder lines = new StringBuilder();
      for (int line = 0; line < LINES; line++) {
        String text = file + "-" + line;
        texts.add(text);
        lines.append("{\"text\":\"").append(text).append("\"}\n");
      }
      Files.writeString(folder.resolve(file + ".jsonl"), lines);
    }
    return texts;
  }

  @Test
  void doesNotReadStandardInput() {
    assertThatThrownBy(() -> ArchiveSource.of(List.of("-"), ArchiveOptions.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "input \"-\": standard input cannot be read again after a restart; expected files");
  }

  /** Takes its time, and fails some records after a checkpoint, so that they are read again. */
  private static final class FailsAfterACheckpoint
      implements MapFunction<Intake, Intake>, CheckpointListener {
    private static final long serialVersionUID = 1;
    private static final int RECORDS = 7;
    private transient int records;
    private transient boolean checkpointed;

    @Override
    public Intake map(Intake intake) throws InterruptedException {
      Thread.sleep(2);
      if (checkpointed
          && ++records > RECORDS
          && FAILED.getAndUpdate(FailsAfterACheckpoint::next) < FAILURES) {
        throw new IllegalStateException("killed on purpose");
      }
      return intake;
    }

    private static int next(int failed) {
      return Math.min(FAILURES, failed + 1);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      checkpointed = true;
    }
  }
}
