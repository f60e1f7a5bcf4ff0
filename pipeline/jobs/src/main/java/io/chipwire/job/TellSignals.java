package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.extraction.Extraction;
import io.chipwire.kafka.SignalRecord;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * From what an article says to a record for each of its signals. A record that is larger than a
 * broker takes goes to {@link ArticlePipeline#REJECTED} instead.
 *
 * <p>Owned state: counts.
 */
final class TellSignals extends ProcessFunction<Extraction, SignalRecord>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  private transient Tally tally;

  @SuppressWarnings("NullAway.Init") // Flink calls initializeState first
  TellSignals() {}

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restore(context.getOperatorStateStore(), getRuntimeContext());
  }

  @Override
  public void processElement(Extraction said, Context context, Collector<SignalRecord> out) {
    long now = context.timerService().currentProcessingTime();
    for (SignalRecord signal : SignalRecord.of(said, now)) {
      if (signal.value().length <= SignalRecord.MAX_BYTES) {
        out.collect(signal);
      } else {
        tally.addRejected(RejectionReason.TOO_LARGE);
        context.output(ArticlePipeline.REJECTED, tooLarge(said.article(), signal));
      }
    }
  }

  private static Rejection tooLarge(Article article, SignalRecord signal) {
    return new Rejection(
        Rejection.Stage.EXTRACT,
        RejectionReason.TOO_LARGE,
        article.source(),
        "%s: signal of %d bytes; expected at most %d"
            .formatted(article.source(), signal.value().length, SignalRecord.MAX_BYTES),
        "");
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.snapshot();
  }
}
