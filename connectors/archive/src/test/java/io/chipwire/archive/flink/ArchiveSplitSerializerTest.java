package io.chipwire.archive.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.archive.ArchiveFile;
import io.chipwire.archive.ArchiveFormat;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveSplitSerializerTest {

  private static final ArchiveSplit FILE =
      new ArchiveSplit(
          7, new ArchiveFile(3, "ä".repeat(70_000), ArchiveFormat.WARC, 1L << 40), null, 4711);
  private static final ArchiveSplit REFUSED =
      new ArchiveSplit(
          0,
          null,
          new Rejection(
              Rejection.Stage.OPEN, RejectionReason.NOT_FOUND, "x", "x: no such file", "excerpt"),
          1);

  private final ArchiveSplitSerializer splits = new ArchiveSplitSerializer();
  private final PendingSplitsSerializer pending = new PendingSplitsSerializer();

  @Test
  void givesSplitsBackAsTheyWere() throws IOException {
    ArchiveSplit watched =
        new ArchiveSplit(
            8, new ArchiveFile(0, "a", ArchiveFormat.HTML, 1, 1_777_000_000L), null, 0);
    for (ArchiveSplit split : List.of(FILE, REFUSED, watched)) {
      assertThat(splits.deserialize(splits.getVersion(), splits.serialize(split))).isEqualTo(split);
    }
  }

  @Test
  void givesTheEnumeratorsStateBackAsItWas() throws IOException {
    for (PendingSplits state :
        List.of(
            new PendingSplits(null),
            new PendingSplits(List.of()),
            new PendingSplits(List.of(REFUSED, FILE)))) {
      assertThat(pending.deserialize(pending.getVersion(), pending.serialize(state)))
          .isEqualTo(state);
    }
  }

  @Test
  void readsTheVersionBeforeInWhichTheOrderFollowedFromThePlace() throws IOException {
    byte[] now = splits.serialize(FILE);
    byte[] before = new byte[now.length - Long.BYTES];
    System.arraycopy(now, 0, before, 0, before.length - 1);
    before[before.length - 1] = 0; // no rejection

    assertThat(splits.deserialize(1, before)).isEqualTo(FILE);
    assertThat(pending.deserialize(1, new byte[] {-1, -1, -1, -1}))
        .isEqualTo(new PendingSplits(null));
  }

  @Test
  void refusesAnotherVersion() {
    assertThatThrownBy(() -> splits.deserialize(3, splits.serialize(FILE)))
        .isInstanceOf(IOException.class)
        .hasMessage("archive split of version 3: expected version 1 to 2");
    assertThatThrownBy(() -> pending.deserialize(0, new byte[4]))
        .isInstanceOf(IOException.class)
        .hasMessage("archive enumerator state of version 0: expected version 1 to 2");
  }

  @Test
  void failsOnASplitThatIsCut() throws IOException {
    byte[] bytes = splits.serialize(FILE);

    assertThatThrownBy(() -> splits.deserialize(2, Arrays.copyOf(bytes, 30)))
        .isInstanceOf(IOException.class);
  }
}
