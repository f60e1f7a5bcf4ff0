package io.chipwire.job;

import io.chipwire.extraction.Extraction;
import java.time.Duration;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * The wiring by which a live job knows what it has read before:
 *
 * <pre>
 * extractions ─┬─────────── (by article id) ───────────┬─ JoinMemory ─ extractions
 *              ├─ texts ───────────── FindOriginal ────┤
 *              └─ facts ─ (by fact) ─ RecallFact ──────┘
 * </pre>
 *
 * A question goes to where its fact or text is remembered, and the answer comes back to where the
 * article waits: nothing is asked outside of the job's own, checkpointed state.
 */
final class Memory {

  /** Copies of a story are printed within days; corrected ones within weeks. */
  private static final Duration TEXT_TTL = Duration.ofDays(30);

  /** A result is measured against the year before. */
  private static final Duration FACT_TTL = Duration.ofDays(400);

  private Memory() {}

  /** The same extractions, linked to what is known. */
  static DataStream<Extraction> define(DataStream<Extraction> extractions) {
    SingleOutputStreamOperator<MemoryAnswer> originals =
        extractions
            .flatMap(new AskText())
            .returns(TextTrace.class)
            .name("AskText")
            .uid("ask-text")
            .keyBy(trace -> "texts", Types.STRING)
            .process(new FindOriginal(TEXT_TTL))
            .returns(MemoryAnswer.class)
            .name("FindOriginal")
            .uid("find-original")
            .setParallelism(1);
    SingleOutputStreamOperator<MemoryAnswer> facts =
        extractions
            .flatMap(new AskFacts())
            .returns(FactQuestion.class)
            .name("AskFacts")
            .uid("ask-facts")
            .keyBy(FactQuestion::key, Types.STRING)
            .process(new RecallFact(FACT_TTL))
            .returns(MemoryAnswer.class)
            .name("RecallFact")
            .uid("recall-fact");
    return extractions
        .keyBy(extraction -> extraction.article().id(), Types.STRING)
        .connect(originals.union(facts).keyBy(MemoryAnswer::articleId, Types.STRING))
        .process(new JoinMemory())
        .returns(Extraction.class)
        .name("JoinMemory")
        .uid("join-memory");
  }

  private static final class AskText implements FlatMapFunction<Extraction, TextTrace> {

    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(Extraction extraction, Collector<TextTrace> out) {
      TextTrace.of(extraction.article()).ifPresent(out::collect);
    }
  }

  private static final class AskFacts implements FlatMapFunction<Extraction, FactQuestion> {

    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(Extraction extraction, Collector<FactQuestion> out) {
      FactQuestion.about(extraction).forEach(out::collect);
    }
  }
}
