package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillOptionsTest {

  private static final BackfillOptions OPTIONS =
      BackfillOptions.of(Path.of("index"), List.of("news"));

  @Test
  void checkpointsEveryTenSecondsUnlessToldOtherwise() {
    assertThat(OPTIONS.checkpointInterval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(OPTIONS.parallelism()).isEqualTo(1);
  }

  @Test
  void saysWhichValueIsOutOfRange() {
    assertThatThrownBy(() -> OPTIONS.withParallelism(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism 0: expected 1 to 128");
    assertThatThrownBy(() -> OPTIONS.withParallelism(129))
        .hasMessage("parallelism 129: expected 1 to 128");
    assertThatThrownBy(() -> OPTIONS.withCheckpointInterval(Duration.ZERO))
        .hasMessage("checkpoint interval PT0S: expected at least 10 ms");
    assertThatThrownBy(() -> BackfillOptions.of(Path.of("index"), List.of()))
        .hasMessage("inputs: none given; expected files or folders");
    assertThatThrownBy(() -> BackfillOptions.of(Path.of("index"), List.of("a", "-")))
        .hasMessageStartingWith("input \"-\": a backfill that is interrupted");
  }
}
