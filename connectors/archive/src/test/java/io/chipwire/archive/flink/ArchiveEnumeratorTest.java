package io.chipwire.archive.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.archive.ArchiveFormat;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveEnumeratorTest {

  @TempDir Path folder;

  private final MockSplitEnumeratorContext<ArchiveSplit> context =
      new MockSplitEnumeratorContext<>(2);
  private List<String> inputs = List.of();

  @BeforeEach
  void archive() throws IOException {
    Files.writeString(folder.resolve("1.html"), "<p>one");
    Files.writeString(folder.resolve("2.html"), "<p>two");
    inputs = List.of(folder.resolve("none").toString(), folder.toString());
    context.registerReader(new ReaderInfo(0, "here"));
    context.registerReader(new ReaderInfo(1, "here"));
  }

  @AfterEach
  void close() throws Exception {
    context.close();
  }

  private List<ArchiveSplit> assignedTo(int subtask) {
    List<ArchiveSplit> splits = new ArrayList<>();
    for (var assignment : context.getSplitsAssignmentSequence()) {
      splits.addAll(assignment.assignment().getOrDefault(subtask, List.of()));
    }
    return splits;
  }

  @Test
  void answersWhoAskedBeforeTheListingWasThereAndEndsWhenAllIsGiven() throws Throwable {
    ArchiveEnumerator enumerator = new ArchiveEnumerator(context, inputs, null);
    enumerator.start();
    enumerator.handleSplitRequest(1, null);

    assertThat(enumerator.snapshotState(1)).isEqualTo(new PendingSplits(null));
    assertThat(context.getSplitsAssignmentSequence()).isEmpty();

    context.runNextOneTimeCallable();

    assertThat(assignedTo(1))
        .singleElement()
        .satisfies(
            split ->
                assertThat(Objects.requireNonNull(split.refused()).reason())
                    .isEqualTo(RejectionReason.NOT_FOUND));
    enumerator.handleSplitRequest(0, null);
    enumerator.handleSplitRequest(0, null);
    assertThat(assignedTo(0))
        .extracting(ArchiveSplit::splitId, s -> Objects.requireNonNull(s.file()).path())
        .containsExactly(tuple("1", folder + "/1.html"), tuple("2", folder + "/2.html"));
    assertThat(context.hasNoMoreSplits(0)).isFalse();
    enumerator.handleSplitRequest(0, null);
    assertThat(context.hasNoMoreSplits(0)).isTrue();
    assertThat(enumerator.snapshotState(2)).isEqualTo(new PendingSplits(List.of()));
  }

  @Test
  void handsSplitsThatCameBackOutFirst() {
    ArchiveSplit first = split(0).at(12);
    ArchiveEnumerator enumerator =
        new ArchiveEnumerator(context, inputs, List.of(split(1), split(2)));
    enumerator.start();

    enumerator.addSplitsBack(List.of(first), 0);
    enumerator.handleSplitRequest(1, null);

    assertThat(assignedTo(1)).containsExactly(first);
    assertThat(enumerator.snapshotState(1))
        .isEqualTo(new PendingSplits(List.of(split(1), split(2))));
  }

  @Test
  void doesNotListAgainAfterARestore() {
    ArchiveEnumerator enumerator = new ArchiveEnumerator(context, inputs, List.of());
    enumerator.start();

    assertThat(context.getOneTimeCallables()).isEmpty();
    enumerator.handleSplitRequest(0, null);
    assertThat(context.hasNoMoreSplits(0)).isTrue();
  }

  @Test
  void givesNothingToAReaderThatFailedMeanwhile() {
    ArchiveEnumerator enumerator = new ArchiveEnumerator(context, inputs, List.of(split(0)));
    context.unregisterReader(0);

    enumerator.handleSplitRequest(0, null);

    assertThat(context.getSplitsAssignmentSequence()).isEmpty();
    assertThat(enumerator.snapshotState(1)).isEqualTo(new PendingSplits(List.of(split(0))));
  }

  private static ArchiveSplit split(int number) {
    ArchiveFile file = new ArchiveFile(number, number + ".html", ArchiveFormat.HTML, 1);
    return new ArchiveSplit(number, file, null, 0);
  }
}
