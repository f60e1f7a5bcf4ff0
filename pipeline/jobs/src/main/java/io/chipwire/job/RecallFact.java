package io.chipwire.job;

import io.chipwire.history.KnownValue;
import io.chipwire.signal.Novelty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells how a fact stands to what was stated of it before, and remembers it. Keyed by what the fact
 * is about.
 *
 * <p>Owned state, by key: the values stated, each with the first article of an outlet that stated
 * it, at most {@value #MOST_VALUES}; until the TTL after the fact was last stated.
 */
public final class RecallFact extends KeyedProcessFunction<String, FactQuestion, MemoryAnswer> {

  private static final long serialVersionUID = 1;

  static final int MOST_VALUES = 32;

  private final Duration ttl;
  private transient ListState<KnownValue> values;

  /**
   * An operator that forgets.
   *
   * @param ttl how long a fact is known, in processing time
   */
  @SuppressWarnings("NullAway.Init") // Flink calls open first
  public RecallFact(Duration ttl) {
    this.ttl = ttl;
  }

  @Override
  public void open(OpenContext context) {
    ListStateDescriptor<KnownValue> descriptor =
        new ListStateDescriptor<>("values", TypeInformation.of(KnownValue.class));
    descriptor.enableTimeToLive(StateExpiry.afterWrite(ttl));
    values = getRuntimeContext().getListState(descriptor);
  }

  @Override
  public void processElement(FactQuestion question, Context context, Collector<MemoryAnswer> out)
      throws Exception {
    List<KnownValue> known = new ArrayList<>();
    values.get().forEach(known::add);
    KnownValue value = question.value();
    Novelty novelty = value.among(known, question.comparable());
    if (!value.isAmong(known)) {
      known.add(value.with(novelty));
    }
    values.update(known.subList(Math.max(0, known.size() - MOST_VALUES), known.size()));
    out.collect(
        new MemoryAnswer(
            question.articleId(),
            question.ordinal(),
            question.topic(),
            question.position(),
            null,
            novelty));
  }
}
