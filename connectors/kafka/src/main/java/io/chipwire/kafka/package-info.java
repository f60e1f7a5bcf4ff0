/**
 * Kafka at either end of a job: pages come from topics, signals and rejections go to them.
 *
 * <p>{@link io.chipwire.kafka.Topics} says which topics a job has, {@link
 * io.chipwire.kafka.KafkaTopic} where one is and how to reach it. {@link
 * io.chipwire.kafka.PageRecord} makes a page of a record, {@link io.chipwire.kafka.SignalRecord}
 * and {@link io.chipwire.kafka.RejectionRecord} make records of what is told. The Flink ends are in
 * {@link io.chipwire.kafka.flink}.
 *
 * <p>What stands in a topic is hostile. Any record that is no page becomes a rejection that names
 * topic, partition and offset. What goes out is held to {@link
 * io.chipwire.kafka.SignalRecord#MAX_BYTES}, and its time to what a broker accepts, as one record
 * that is refused would stop the job for good.
 */
@NullMarked
package io.chipwire.kafka;

import org.jspecify.annotations.NullMarked;
