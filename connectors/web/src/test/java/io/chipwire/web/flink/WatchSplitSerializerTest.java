package io.chipwire.web.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.web.FurtherDocument;
import io.chipwire.web.Rhythm;
import io.chipwire.web.Validators;
import io.chipwire.web.WatchState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            List.of(
                new FurtherDocument(
                    "0000000001-26-000001",
                    "https://news.example.com/s1",
                    5,
                    "Inventia (8-K)",
                    Instant.parse("2026-05-01T11:00:00Z")),
                new FurtherDocument(
                    "https://news.example.com/s2", "https://news.example.com/s2", 6, null, null)),
            seen,
            new Rhythm(Instant.parse("2026-04-30T12:00:00Z"), Duration.ofHours(2), true)));
  }

  @Test
  void givesBackWhatItWasGivenInTheSameOrder() throws IOException {
    WatchSplit read = serializer.deserialize(3, serializer.serialize(split()));

    assertThat(read).isEqualTo(split());
    assertThat(read.state().seen().keySet()).containsExactly(-7L, 1L);
  }

  /** As the versions before wrote it. */
  private static byte[] writtenBy(int version) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    write("chips", out);
    write("\"v1\"", out);
    out.writeInt(-1);
    out.writeLong(1_000);
    out.writeLong(2_000);
    out.writeInt(2);
    out.writeInt(-1);
    out.writeInt(1);
    write("https://news.example.com/s1", out);
    out.writeLong(5);
    out.writeInt(1);
    out.writeLong(-7);
    out.writeLong(8);
    if (version == 2) {
      out.writeLong(3_000);
      out.writeLong(4_000);
      out.writeBoolean(true);
    }
    return out.getCopyOfBuffer();
  }

  private static void write(String text, DataOutputSerializer out) throws IOException {
    out.writeInt(text.length());
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void readsTheVersionsBeforeWhichKnewOnlySitemapsAndTheFirstNoRhythm(int version)
      throws IOException {
    String sitemap = "https://news.example.com/s1";

    WatchSplit read = serializer.deserialize(version, writtenBy(version));

    assertThat(read)
        .isEqualTo(
            new WatchSplit(
                "chips",
                new WatchState(
                    new Validators("\"v1\"", null),
                    Instant.ofEpochMilli(1_000),
                    Duration.ofSeconds(2),
                    2,
                    null,
                    List.of(new FurtherDocument(sitemap, sitemap, 5, null, null)),
                    Map.of(-7L, 8L),
                    version == 1
                        ? Rhythm.UNKNOWN
                        : new Rhythm(Instant.ofEpochMilli(3_000), Duration.ofSeconds(4), true))));
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    byte[] bytes = serializer.serialize(split());

    assertThatThrownBy(() -> serializer.deserialize(4, bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("watched source of version 4: expected version 1 to 3");
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
