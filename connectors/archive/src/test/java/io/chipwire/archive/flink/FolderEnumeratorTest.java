package io.chipwire.archive.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.archive.ArchiveOptions;
import io.chipwire.archive.FolderState;
import io.chipwire.archive.WatchedFolder;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderEnumeratorTest {

  @TempDir Path folder;

  private MockSplitEnumeratorContext<ArchiveSplit> context = new MockSplitEnumeratorContext<>(2);

  @BeforeEach
  void register() {
    context.registerReader(new ReaderInfo(0, "here"));
    context.registerReader(new ReaderInfo(1, "here"));
  }

  @AfterEach
  void close() throws Exception {
    context.close();
  }

  private WatchedFolder watched(String name) {
    return new WatchedFolder(name, folder.resolve(name).toString(), Duration.ofSeconds(1));
  }

  private void write(String name) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), "<p>text");
  }

  private FolderEnumerator enumerator(FolderProgress restored, String... names) {
    List<WatchedFolder> folders = List.of(names).stream().map(this::watched).toList();
    FolderEnumerator enumerator =
        new FolderEnumerator(context, folders, Clock.systemUTC(), restored);
    enumerator.start();
    return enumerator;
  }

  /** Lets all folders be looked into twice. */
  private void lookTwice() throws Throwable {
    for (int look = 0; look < 2; look++) {
      for (int i = 0; i < context.getPeriodicCallables().size(); i++) {
        context.runPeriodicCallable(i);
      }
    }
  }

  private List<String> assignedTo(int subtask) {
    List<String> names = new ArrayList<>();
    for (var assignment : context.getSplitsAssignmentSequence()) {
      for (ArchiveSplit split : assignment.assignment().getOrDefault(subtask, List.of())) {
        ArchiveFile file = split.file();
        names.add(
            file == null
                ? Objects.requireNonNull(split.refused()).reason().name()
                : folder.relativize(Path.of(file.path())).toString());
      }
    }
    return names;
  }

  @Test
  void handsOutFilesAsTheyComeToWhoeverWaits() throws Throwable {
    write("in/1.html");
    FolderEnumerator enumerator = enumerator(FolderProgress.NONE, "in", "later");
    enumerator.handleSplitRequest(1, null);
    lookTwice();

    assertThat(assignedTo(1)).containsExactly(RejectionReason.NOT_FOUND.name());
    enumerator.handleSplitRequest(0, null);
    enumerator.handleSplitRequest(1, null);
    assertThat(assignedTo(0)).containsExactly("in/1.html");
    assertThat(context.hasNoMoreSplits(0)).isFalse();

    write("later/2.html");
    lookTwice();
    assertThat(assignedTo(1)).endsWith("later/2.html");
    assertThat(enumerator.snapshotState(1).splits()).isEmpty();
    assertThat(enumerator.snapshotState(1).next()).isEqualTo(3);
  }

  @Test
  void goesOnFromACheckpointWithWhatWasNotHandedOut() throws Throwable {
    write("in/1.html");
    FolderEnumerator before = enumerator(FolderProgress.NONE, "in", "gone");
    lookTwice();
    FolderProgress progress = before.snapshotState(1);
    assertThat(progress.splits()).hasSize(2);
    context.close();
    context = new MockSplitEnumeratorContext<>(2);
    register();

    write("in/2.html");
    write("new/3.html");
    FolderEnumerator after = enumerator(progress, "in", "new");
    lookTwice();
    for (int request = 0; request < 5; request++) {
      after.handleSplitRequest(0, null);
    }

    assertThat(assignedTo(0))
        .containsExactly(RejectionReason.NOT_FOUND.name(), "in/1.html", "in/2.html", "new/3.html");
    assertThat(after.snapshotState(2).folders()).containsOnlyKeys("in", "new");
  }

  @Test
  void handsSplitsThatCameBackOutAgain() throws Throwable {
    write("in/1.html");
    FolderEnumerator enumerator = enumerator(FolderProgress.NONE, "in");
    enumerator.handleSplitRequest(0, null);
    lookTwice();
    ArchiveSplit split =
        context.getSplitsAssignmentSequence().getFirst().assignment().get(0).getFirst();
    context.unregisterReader(0);

    enumerator.addSplitsBack(List.of(split.at(3)), 0);
    assertThat(enumerator.snapshotState(1).splits()).containsExactly(split.at(3));
    enumerator.handleSplitRequest(1, null);

    assertThat(assignedTo(1)).containsExactly("in/1.html");
  }

  @Test
  void givesItsStateBackAsItWas() throws Throwable {
    write("in/1.html");
    FolderEnumerator enumerator = enumerator(FolderProgress.NONE, "in", "gone");
    lookTwice();
    FolderProgress progress = enumerator.snapshotState(1);
    FolderProgressSerializer serializer = new FolderProgressSerializer();

    assertThat(progress.folders().get("in")).isNotEqualTo(FolderState.FRESH);
    assertThat(serializer.deserialize(1, serializer.serialize(progress))).isEqualTo(progress);
    assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
        .hasMessage("watched folders of version 2: expected version 1");
  }

  @Test
  void refusesTwoFoldersOfOneName() {
    assertThatThrownBy(
            () -> FolderSource.of(List.of(watched("a"), watched("a")), ArchiveOptions.DEFAULT))
        .hasMessage("folder \"a\" is there twice; expected a name of its own for each");
  }
}
