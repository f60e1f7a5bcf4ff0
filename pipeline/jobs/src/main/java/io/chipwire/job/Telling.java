package io.chipwire.job;

import io.chipwire.article.Rejection;
import io.chipwire.extraction.Extraction;
import io.chipwire.kafka.SignalRecord;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The wiring from what articles say to a topic of signals:
 *
 * <pre>
 * extractions ─ TellSignals ─ signals
 *                    └─ rejected
 * </pre>
 */
final class Telling {

  private Telling() {}

  /**
   * Tells the signals of a stream.
   *
   * @return what could not be told
   */
  static DataStream<Rejection> define(
      DataStream<Extraction> extractions, Sink<SignalRecord> signals) {
    SingleOutputStreamOperator<SignalRecord> told =
        extractions
            .process(new TellSignals())
            .returns(SignalRecord.class)
            .name("TellSignals")
            .uid("tell-signals");
    told.sinkTo(signals).name("Signals").uid("signals");
    return told.getSideOutput(ArticlePipeline.REJECTED);
  }
}
