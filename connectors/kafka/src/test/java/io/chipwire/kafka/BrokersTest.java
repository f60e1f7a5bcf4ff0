package io.chipwire.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokersTest {

  @Test
  void namesTheBrokersThatDoNotAnswer() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    KafkaTopic topic = new KafkaTopic("127.0.0.1:" + port, "pages", Map.of());

    assertThatThrownBy(() -> Brokers.require(topic, Duration.ofMillis(200)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("topic pages at 127.0.0.1:" + port + ": no broker to be had: ");
  }

  @Test
  void saysWhichSettingIsWrong() {
    KafkaTopic topic =
        new KafkaTopic("127.0.0.1:9", "pages", Map.of("security.protocol", "SECRET"));

    assertThatThrownBy(() -> Brokers.require(topic, Duration.ofMillis(200)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("security.protocol");
  }
}
