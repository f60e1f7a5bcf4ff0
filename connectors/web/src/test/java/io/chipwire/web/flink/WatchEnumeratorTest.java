package io.chipwire.web.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.web.Rhythm;
import io.chipwire.web.SourceKind;
import io.chipwire.web.Validators;
import io.chipwire.web.WatchState;
import io.chipwire.web.WatchedSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchEnumeratorTest {

  private final MockSplitEnumeratorContext<WatchSplit> context =
      new MockSplitEnumeratorContext<>(2);

  @AfterEach
  void close() throws Exception {
    context.close();
  }

  private static WatchedSource source(String name) {
    return new WatchedSource(
        name,
        SourceKind.FEED,
        "https://news.example.com/" + name,
        Duration.ofMinutes(5),
        Duration.ofHours(6),
        null,
        true);
  }

  private static List<WatchedSource> sources(String... names) {
    return java.util.Arrays.stream(names).map(WatchEnumeratorTest::source).toList();
  }

  private void register(WatchEnumerator enumerator, int subtask) {
    context.registerReader(new ReaderInfo(subtask, "here"));
    enumerator.addReader(subtask);
  }

  private List<String> assignedTo(int subtask) {
    List<String> names = new ArrayList<>();
    for (var assignment : context.getSplitsAssignmentSequence()) {
      assignment.assignment().getOrDefault(subtask, List.of()).stream()
          .map(WatchSplit::name)
          .forEach(names::add);
    }
    return names;
  }

  @Test
  void givesEachSourceToOneReader() {
    WatchEnumerator enumerator = new WatchEnumerator(context, sources("a", "b", "c"), null);
    register(enumerator, 1);
    register(enumerator, 0);

    assertThat(assignedTo(0)).containsExactly("a", "c");
    assertThat(assignedTo(1)).containsExactly("b");
    assertThat(enumerator.snapshotState(1)).isEqualTo(new Assigned(Set.of("a", "b", "c")));
  }

  @Test
  void givesOnlyNewSourcesAfterARestartAndForgetsThoseThatAreGone() {
    Assigned before = new Assigned(Set.of("a", "gone"));
    WatchEnumerator enumerator = new WatchEnumerator(context, sources("a", "new"), before);
    register(enumerator, 0);
    register(enumerator, 1);

    assertThat(assignedTo(0)).isEmpty();
    assertThat(assignedTo(1)).containsExactly("new");
    assertThat(enumerator.snapshotState(1)).isEqualTo(new Assigned(Set.of("a", "new")));
  }

  @Test
  void givesBackWithItsStateWhatAFailedReaderHad() {
    WatchEnumerator enumerator = new WatchEnumerator(context, sources("a", "b"), null);
    register(enumerator, 0);
    context.unregisterReader(0);
    WatchState state =
        new WatchState(
            new Validators("\"v\"", null),
            Instant.EPOCH,
            Duration.ofHours(1),
            0,
            null,
            List.of(),
            Map.of(),
            Rhythm.UNKNOWN);
    enumerator.addSplitsBack(List.of(new WatchSplit("a", state)), 0);
    assertThat(enumerator.snapshotState(1)).isEqualTo(new Assigned(Set.of()));
    register(enumerator, 0);

    assertThat(context.getSplitsAssignmentSequence().getLast().assignment())
        .isEqualTo(Map.of(0, List.of(new WatchSplit("a", state))));
  }

  @Test
  void refusesTwoSourcesOfOneName() {
    assertThatThrownBy(() -> WatchSource.of(sources("a", "a"), () -> null, Clock.systemUTC()))
        .hasMessage("source \"a\" is there twice; expected a name of its own for each");
  }
}
