package io.chipwire.search.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.search.StagedBatch;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StagedBatchSerializerTest {

  private final StagedBatchSerializer serializer = new StagedBatchSerializer();

  @Test
  void readsWhatItWrote() throws IOException {
    StagedBatch batch = new StagedBatch("0c9f-w", 1234567890123L, 42);

    assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(batch)))
        .isEqualTo(batch);
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    byte[] bytes = serializer.serialize(new StagedBatch("w", 1, 1));

    assertThatThrownBy(() -> serializer.deserialize(2, bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("staged batch in version 2: expected version 1");
  }
}
