package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterSinkTest {

  @TempDir Path folder;

  private static String line(String source) {
    return ("{\"stage\":\"OPEN\",\"reason\":\"EMPTY\",\"source\":\"%s\","
            + "\"message\":\"%s: refused\",\"excerpt\":\"excerpt\"}")
        .formatted(source, source);
  }

  private static OneInputStreamOperatorTestHarness<Rejection, ?> harness(Path file)
      throws Exception {
    return harness(new DeadLetterSink(file));
  }

  private static OneInputStreamOperatorTestHarness<Rejection, ?> harness(DeadLetterSink sink)
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(new SinkWriterOperatorFactory<>(sink));
  }

  @Test
  void cutsBackToTheCheckpointSoThatEachLineIsInOnce() throws Exception {
    Path file = folder.resolve("rejected/run.jsonl");
    Rejection first = TestArticles.rejection(RejectionReason.EMPTY, "ä");
    Rejection second = TestArticles.rejection(RejectionReason.EMPTY, "b");
    org.apache.flink.runtime.checkpoint.OperatorSubtaskState state;
    try (var harness = harness(file)) {
      harness.open();
      assertThat(file).doesNotExist();
      harness.processElement(first, 0);
      harness.prepareSnapshotPreBarrier(1);
      state = harness.snapshot(1, 0);
      harness.processElement(second, 0);
    }
    assertThat(Files.readAllLines(file)).containsExactly(line("ä"), line("b"));

    try (var harness = harness(file)) {
      harness.initializeState(state);
      harness.open();
      assertThat(Files.readAllLines(file)).containsExactly(line("ä"));
      harness.processElement(second, 0);
    }
    assertThat(Files.readAllLines(file)).containsExactly(line("ä"), line("b"));
  }

  @Test
  void beginsAnewWithoutACheckpoint() throws Exception {
    Path file = Files.writeString(folder.resolve("run.jsonl"), "old\n");

    try (var harness = harness(file)) {
      harness.open();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void keepsWhatIsThereWhereItIsToldTo() throws Exception {
    Path file = Files.writeString(folder.resolve("run.jsonl"), line("old") + "\n");

    try (var harness = harness(DeadLetterSink.appendingTo(file))) {
      harness.open();
      harness.processElement(TestArticles.rejection(RejectionReason.EMPTY, "a"), 0);
    }

    assertThat(Files.readAllLines(file)).isEqualTo(List.of(line("old"), line("a")));
  }

  @Test
  void goesOnWhereTheFileWasTakenAway() throws IOException {
    Path file = folder.resolve("run.jsonl");

    try (DeadLetterFile letters = new DeadLetterFile(file, 4711)) {
      letters.append(TestArticles.rejection(RejectionReason.EMPTY, "a"));
    }

    assertThat(Files.readAllLines(file)).isEqualTo(List.of(line("a")));
  }

  @Test
  void refusesStateOfAnotherVersion() throws IOException {
    var serializer = new DeadLetterSink.LengthSerializer();

    assertThat(serializer.deserialize(1, serializer.serialize(1L << 40))).isEqualTo(1L << 40);
    assertThatThrownBy(() -> serializer.deserialize(2, serializer.serialize(1L)))
        .isInstanceOf(IOException.class)
        .hasMessage("length of the dead-letter file, version 2: expected version 1");
  }
}
