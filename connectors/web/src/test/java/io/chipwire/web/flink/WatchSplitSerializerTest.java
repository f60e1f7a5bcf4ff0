package io.chipwire.web.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.web.Rhythm;
import io.chipwire.web.Validators;
import io.chipwire.web.WatchState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchSplitSerializerTest {

  private final WatchSplitSerializer serializer = new WatchSplitSerializer();

  private static WatchSplit split() {
    Map<Long, Long> seen = new LinkedHashMap<>();
    seen.put(-7L, 8L);
    seen.put(1L, Long.MIN_VALUE);
    return new WatchSplit(
        "chips",
        new WatchState(
            new Validators("\"v1\"", null),
            Instant.parse("2026-05-01T12:00:00.123Z"),
            Duration.ofMinutes(7),
            2,
            "größer als erlaubt: " + "x".repeat(70_000),
            List.of(new WatchState.Backlog("https://news.example.com/s1", 5)),
            seen,
            new Rhythm(Instant.parse("2026-04-30T12:00:00Z"), Duration.ofHours(2), true)));
  }

  @Test
  void givesBackWhatItWasGivenInTheSameOrder() throws IOException {
    WatchSplit read = serializer.deserialize(2, serializer.serialize(split()));

    assertThat(read).isEqualTo(split());
    assertThat(read.state().seen().keySet()).containsExactly(-7L, 1L);
  }

  @Test
  void readsTheVersionBeforeWhichKnewNoRhythm() throws IOException {
    byte[] bytes = serializer.serialize(split());
    int rhythm = Long.BYTES + Long.BYTES + 1;

    WatchSplit read = serializer.deserialize(1, Arrays.copyOf(bytes, bytes.length - rhythm));

    assertThat(read.state().rhythm()).isEqualTo(Rhythm.UNKNOWN);
    assertThat(read.state().seen()).isEqualTo(split().state().seen());
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    byte[] bytes = serializer.serialize(split());

    assertThatThrownBy(() -> serializer.deserialize(3, bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("watched source of version 3: expected version 1 to 2");
  }

  @Test
  void keepsTheNamesOfTheAssigned() throws IOException {
    AssignedSerializer names = new AssignedSerializer();
    Assigned assigned = new Assigned(Set.of("b", "a"));

    assertThat(names.deserialize(1, names.serialize(assigned))).isEqualTo(assigned);
    assertThatThrownBy(() -> names.deserialize(9, new byte[0]))
        .hasMessage("assigned sources of version 9: expected version 1");
  }
}
