package io.chipwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlinkClusterTest {

  @Test
  void isNamedByHostAndPort() {
    assertThat(FlinkCluster.parse("jobmanager:9000"))
        .isEqualTo(new FlinkCluster("jobmanager", 9_000))
        .hasToString("cluster jobmanager:9000");
    assertThat(FlinkCluster.parse("10.0.0.7")).isEqualTo(new FlinkCluster("10.0.0.7", 8_081));
  }

  @Test
  void saysWhatIsWrongWithAnAddress() {
    assertThatThrownBy(() -> FlinkCluster.parse("http://jobmanager:8081/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cluster \"http://jobmanager:8081/\": expected HOST:PORT, such as jobmanager:8081");
    assertThatThrownBy(() -> FlinkCluster.parse("jobmanager:99999"))
        .hasMessage("cluster port 99999: expected 1 to 65535");
  }
}
