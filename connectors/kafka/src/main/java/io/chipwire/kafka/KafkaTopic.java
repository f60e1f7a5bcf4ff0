package io.chipwire.kafka;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Where a topic is, and how it is reached. Immutable. Its text has no values of properties, as some
 * of them are secrets.
 *
 * @param servers the brokers to ask first, {@code HOST:PORT} joined by commas
 * @param topic its name
 * @param properties further properties of Kafka's clients, such as {@code security.protocol}
 */
public record KafkaTopic(String servers, String topic, Map<String, String> properties)
    implements Serializable {

  /** A property of Flink's among Kafka's: how often to look for new partitions, in ms. */
  public static final String DISCOVERY_INTERVAL = "partition.discovery.interval.ms";

  /** A name, an address, or one of IPv6 in brackets, and a port. */
  private static final Pattern SERVER =
      Pattern.compile("(?:[^\\s:/\\[\\]]+|\\[[0-9a-fA-F:.]+]):(\\d{1,5})");

  /** What Kafka itself allows. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  /** Set by chipwire itself, as its promises rest on them. */
  private static final Set<String> OURS =
      Set.of(
          ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
          ConsumerConfig.GROUP_ID_CONFIG,
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
          ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
          ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
          ProducerConfig.ACKS_CONFIG,
          ProducerConfig.TRANSACTIONAL_ID_CONFIG);

  private static final Set<String> KNOWN =
      Stream.of(
              ConsumerConfig.configNames(),
              ProducerConfig.configNames(),
              AdminClientConfig.configNames())
          .flatMap(Set::stream)
          .filter(name -> !OURS.contains(name))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Checks the values and copies the map.
   *
   * @throws IllegalArgumentException if one is none that Kafka could take
   */
  public KafkaTopic {
    if (!areServers(servers)) {
      throw new IllegalArgumentException("servers \"" + servers + "\": expected HOST:PORT");
    }
    if (!isTopic(topic)) {
      throw new IllegalArgumentException(
          "topic \"" + topic + "\": expected letters, digits, '.', '_' and '-'");
    }
    properties = Map.copyOf(properties);
    for (String name : properties.keySet()) {
      if (!isProperty(name)) {
        throw new IllegalArgumentException(
            "property \"" + name + "\": expected one of Kafka's clients, and none that is ours");
      }
    }
  }

  /** Whether a text is a list of brokers. */
  public static boolean areServers(String text) {
    return Stream.of(text.split(",", -1))
        .map(server -> SERVER.matcher(server.strip()))
        .allMatch(server -> server.matches() && isPort(Integer.parseInt(server.group(1))));
  }

  private static boolean isPort(int number) {
    return number > 0 && number < 65_536;
  }

  /** Whether a text may be a topic's name. */
  public static boolean isTopic(String text) {
    return NAME.matcher(text).matches() && !text.equals(".") && !text.equals("..");
  }

  /** Whether Kafka's clients have such a property and chipwire does not set it itself. */
  public static boolean isProperty(String name) {
    return KNOWN.contains(name) || name.equals(DISCOVERY_INTERVAL);
  }

  @Override
  public String toString() {
    return "topic "
        + topic
        + " at "
        + servers
        + (properties.isEmpty() ? "" : " with " + new TreeMap<>(properties).keySet());
  }
}
