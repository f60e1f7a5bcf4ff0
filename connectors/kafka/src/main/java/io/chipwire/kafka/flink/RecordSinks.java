package io.chipwire.kafka.flink;

import io.chipwire.article.Rejection;
import io.chipwire.kafka.RejectionRecord;
import io.chipwire.kafka.SignalRecord;
import io.chipwire.kafka.SinkTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Topics to write to.
 *
 * <p>Exactly once means transactions that are committed with the checkpoints: readers have to ask
 * for what is committed ({@code isolation.level=read_committed}), and see nothing sooner. A job
 * that stays down for longer than the transactions may last, a quarter of an hour unless {@code
 * transaction.timeout.ms} says otherwise, can lose what its last checkpoint had not committed yet.
 */
public final class RecordSinks {

  /** As long as a broker allows in its usual setting. */
  private static final Duration TRANSACTION = Duration.ofMinutes(15);

  private RecordSinks() {}

  /** Takes signals; those of one article go to one partition. */
  public static Sink<SignalRecord> signals(SinkTopic sink) {
    String topic = sink.topic().topic();
    return of(
        sink,
        (signal, context, timestamp) ->
            new ProducerRecord<>(
                topic, null, signal.timestamp(), bytes(signal.key()), signal.value()));
  }

  /** Takes rejections; their time is that of writing. */
  public static Sink<Rejection> rejections(SinkTopic sink) {
    String topic = sink.topic().topic();
    return of(
        sink,
        (rejection, context, timestamp) -> {
          RejectionRecord told = RejectionRecord.of(rejection);
          return new ProducerRecord<>(topic, bytes(told.key()), told.value());
        });
  }

  private static <T> Sink<T> of(SinkTopic sink, KafkaRecordSerializationSchema<T> serializer) {
    Properties properties = new Properties();
    properties.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, String.valueOf(TRANSACTION.toMillis()));
    properties.putAll(sink.topic().properties());
    KafkaSinkBuilder<T> builder =
        KafkaSink.<T>builder()
            .setKafkaProducerConfig(properties)
            .setBootstrapServers(sink.topic().servers())
            .setRecordSerializer(serializer)
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE);
    String transactions = sink.transactions();
    if (transactions != null) {
      builder
          .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
          .setTransactionalIdPrefix(transactions);
    }
    return builder.build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
