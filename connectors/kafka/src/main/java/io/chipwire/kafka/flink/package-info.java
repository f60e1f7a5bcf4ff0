/** Topics as Flink sources and sinks; the doors are {@code PageSource} and {@code RecordSinks}. */
@NullMarked
package io.chipwire.kafka.flink;

import org.jspecify.annotations.NullMarked;
