package io.chipwire.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaTopicTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:9092", "a.example:1,b-2.example:65535", "a:1, b:2", "[::1]:9092"})
  void takesBrokersWithTheirPorts(String servers) {
    assertThat(KafkaTopic.areServers(servers)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "a:",
        ":9092",
        "a:0",
        "a:65536",
        "a:99999999999",
        "a:1,",
        "a b:1"
      })
  void takesNothingElseForBrokers(String servers) {
    assertThat(KafkaTopic.areServers(servers)).isFalse();
  }

  @Test
  void takesTheNamesThatKafkaTakes() {
    assertThat(KafkaTopic.isTopic("chip-wire.pages_2")).isTrue();
    assertThat(KafkaTopic.isTopic("x".repeat(249))).isTrue();
    assertThat(KafkaTopic.isTopic("x".repeat(250))).isFalse();
    assertThat(KafkaTopic.isTopic("..")).isFalse();
    assertThat(KafkaTopic.isTopic("pages/2")).isFalse();
    assertThat(KafkaTopic.isTopic("")).isFalse();
  }

  @Test
  void knowsThePropertiesOfKafkasClientsWithoutThoseThatAreOurs() {
    assertThat(KafkaTopic.isProperty("security.protocol")).isTrue();
    assertThat(KafkaTopic.isProperty("sasl.jaas.config")).isTrue();
    assertThat(KafkaTopic.isProperty("transaction.timeout.ms")).isTrue();
    assertThat(KafkaTopic.isProperty("security.protocl")).isFalse();
    assertThat(KafkaTopic.isProperty("bootstrap.servers")).isFalse();
    assertThat(KafkaTopic.isProperty("transactional.id")).isFalse();
  }

  @Test
  void showsNoValueOfAProperty() {
    KafkaTopic topic =
        new KafkaTopic("a:1", "pages", Map.of("ssl.key.password", "hush", "client.id", "me"));

    assertThat(topic).hasToString("topic pages at a:1 with [client.id, ssl.key.password]");
    assertThat(new PageTopic("n", topic, "g", true).toString()).doesNotContain("hush");
    assertThat(new SinkTopic(topic, "t").toString()).doesNotContain("hush");
  }

  @Test
  void refusesWhatKafkaWouldRefuse() {
    assertThatThrownBy(() -> new KafkaTopic("a", "pages", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("servers \"a\": expected HOST:PORT");
    assertThatThrownBy(() -> new KafkaTopic("a:1", "p q", Map.of()))
        .hasMessage("topic \"p q\": expected letters, digits, '.', '_' and '-'");
    assertThatThrownBy(() -> new KafkaTopic("a:1", "p", Map.of("acks", "0")))
        .hasMessage("property \"acks\": expected one of Kafka's clients, and none that is ours");
  }
}
