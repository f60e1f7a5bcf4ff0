package io.chipwire.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitLogTest {

  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

  @Test
  void sequencesWithoutGapsShrinkToOneRange() {
    CommitLog log = CommitLog.empty();
    for (long sequence : new long[] {1, 2, 5, 4, 3}) {
      log.add(batch("w", sequence), NOW);
    }

    assertThat(log.toCommitData(NOW))
        .containsEntry("chipwire.writer.w", NOW.toEpochMilli() + ":1-5")
        .containsEntry("chipwire.schema", Integer.toString(IndexSchema.VERSION))
        .containsEntry("chipwire.committed", Long.toString(NOW.toEpochMilli()));
  }

  @Test
  void aGapIsNotTakenForCommitted() {
    CommitLog log = CommitLog.empty();
    log.add(batch("w", 1), NOW);
    log.add(batch("w", 3), NOW);

    CommitLog read = CommitLog.of(log.toCommitData(NOW));

    assertThat(read.contains(batch("w", 1))).isTrue();
    assertThat(read.contains(batch("w", 2))).isFalse();
    assertThat(read.contains(batch("w", 3))).isTrue();
    assertThat(read.contains(batch("w", 4))).isFalse();
    assertThat(read.contains(batch("other", 1))).isFalse();
  }

  @Test
  void addingTwiceChangesNothing() {
    CommitLog log = CommitLog.empty();
    for (long sequence : new long[] {1, 2, 3, 2, 1, 3}) {
      log.add(batch("w", sequence), NOW);
    }

    assertThat(log.toCommitData(NOW))
        .containsEntry("chipwire.writer.w", NOW.toEpochMilli() + ":1-3");
  }

  @Test
  void onlyTheWritersThatCommittedLastAreKept() {
    CommitLog log = CommitLog.empty();
    for (int i = 0; i < CommitLog.MAX_WRITERS + 10; i++) {
      log.add(batch("w" + i, 1), NOW.plusSeconds(i));
    }

    Map<String, String> commitData = log.toCommitData(NOW);

    assertThat(commitData).hasSize(CommitLog.MAX_WRITERS + 2);
    assertThat(commitData)
        .doesNotContainKey("chipwire.writer.w9")
        .containsKey("chipwire.writer.w10");
  }

  private static StagedBatch batch(String writer, long sequence) {
    return new StagedBatch(writer, sequence, 1);
  }
}
