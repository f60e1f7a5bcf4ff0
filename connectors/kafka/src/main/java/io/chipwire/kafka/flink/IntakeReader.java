package io.chipwire.kafka.flink;

import io.chipwire.article.Intake;
import io.chipwire.kafka.PageRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From a consumer's record to an intake, whatever is in it. */
record IntakeReader(int maxBytes, boolean obeysOptOuts, String watched)
    implements KafkaRecordDeserializationSchema<Intake> {

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> found, Collector<Intake> out) {
    PageRecord page =
        new PageRecord(
            found.topic(), found.partition(), found.offset(), found.timestamp(), found.value());
    out.collect(page.intake(maxBytes, obeysOptOuts, watched));
  }

  @Override
  public TypeInformation<Intake> getProducedType() {
    return TypeInformation.of(Intake.class);
  }
}
