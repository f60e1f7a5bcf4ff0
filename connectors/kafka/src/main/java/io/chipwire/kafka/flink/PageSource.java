package io.chipwire.kafka.flink;

import io.chipwire.article.Intake;
import io.chipwire.kafka.KafkaTopic;
import io.chipwire.kafka.PageTopic;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Pages out of a topic, without end: from where the checkpoint says, or from the topic's beginning
 * where it says nothing. Partitions that are added are found, and so is a topic that is made only
 * later. What a producer took back, by aborting its transaction, is not read.
 *
 * <p>The consumer group is told how far each checkpoint is, for monitoring; it is never asked.
 */
public final class PageSource {

  /**
   * How often to look for new partitions. Longer than brokers take to answer: a second look before
   * the first one is through would assign the same partitions twice.
   */
  private static final Duration DISCOVERY = Duration.ofMinutes(1);

  private PageSource() {}

  /**
   * The source of a topic.
   *
   * @param maxBytes longest record that is read
   */
  public static Source<Intake, ?, ?> of(PageTopic pages, int maxBytes) {
    Properties properties = new Properties();
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.setProperty(KafkaTopic.DISCOVERY_INTERVAL, String.valueOf(DISCOVERY.toMillis()));
    properties.putAll(pages.topic().properties());
    return KafkaSource.<Intake>builder()
        .setProperties(properties)
        .setProperty(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "true")
        .setBootstrapServers(pages.topic().servers())
        // By a pattern, as a topic asked for by its name has to be there already.
        .setTopicPattern(Pattern.compile(Pattern.quote(pages.topic().topic())))
        .setGroupId(pages.group())
        .setClientIdPrefix(pages.group() + "-" + pages.name())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new IntakeReader(maxBytes, pages.obeysOptOuts(), pages.name()))
        .build();
  }
}
