package io.chipwire.job;

import io.chipwire.extraction.Extraction;
import io.chipwire.signal.Novelty;
import io.chipwire.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts what the memory answered into the article that asked: the article it copies, and how the
 * facts of its signals stand to those known. Keyed by article id; lets the revisions of an article
 * through in the order in which they came.
 *
 * <p>Owned state, by article id: revisions whose answers are not all there, and answers whose
 * revision is not; both cleared when they have met, or by a timer ten minutes later, which lets the
 * revisions go with the answers that are there. Counts.
 */
public final class JoinMemory
    extends KeyedCoProcessFunction<String, Extraction, MemoryAnswer, Extraction>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  static final Duration PATIENCE = Duration.ofMinutes(10);

  private transient ListState<WaitingArticle> waiting;
  private transient ListState<MemoryAnswer> answered;
  private transient ValueState<Long> deadline;
  private transient Tally tally;

  /** An operator that has met nobody yet. */
  @SuppressWarnings("NullAway.Init") // Flink calls initializeState and open first
  public JoinMemory() {}

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restore(context.getOperatorStateStore(), getRuntimeContext());
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("waiting", TypeInformation.of(WaitingArticle.class)));
    deadline = getRuntimeContext().getState(new ValueStateDescriptor<>("deadline", Types.LONG));
    answered =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("answered", TypeInformation.of(MemoryAnswer.class)));
  }

  @Override
  public void processElement1(Extraction extraction, Context context, Collector<Extraction> out)
      throws Exception {
    waiting.add(WaitingArticle.of(extraction));
    release(false, out);
    giveUpLater(context);
  }

  @Override
  public void processElement2(MemoryAnswer answer, Context context, Collector<Extraction> out)
      throws Exception {
    answered.add(answer);
    release(false, out);
    giveUpLater(context);
  }

  /** Answers always come, unless a later version asks otherwise than the one that asked. */
  private void giveUpLater(Context context) throws Exception {
    boolean someWait = waiting.get().iterator().hasNext() || answered.get().iterator().hasNext();
    Long due = deadline.value();
    if (someWait && due == null) {
      long time = context.timerService().currentProcessingTime() + PATIENCE.toMillis();
      deadline.update(time);
      context.timerService().registerProcessingTimeTimer(time);
    } else if (!someWait && due != null) {
      deadline.clear();
      context.timerService().deleteProcessingTimeTimer(due);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Extraction> out)
      throws Exception {
    release(true, out);
    answered.clear();
    deadline.clear();
  }

  private void release(boolean unanswered, Collector<Extraction> out) throws Exception {
    List<WaitingArticle> revisions = list(waiting);
    if (revisions.isEmpty()) {
      return;
    }
    List<MemoryAnswer> answers = list(answered);
    int released = 0;
    for (WaitingArticle revision : revisions) {
      Extraction extraction = revision.extraction();
      List<MemoryAnswer> its = new ArrayList<>();
      List<MemoryAnswer> others = new ArrayList<>();
      for (MemoryAnswer answer : answers) {
        boolean isIts =
            answer.ordinal() == extraction.article().ordinal() && its.size() < revision.asked();
        (isIts ? its : others).add(answer);
      }
      if (its.size() < revision.asked() && !unanswered) {
        break;
      }
      released++;
      answers = others;
      out.collect(joined(extraction, its));
    }
    if (released > 0) {
      waiting.update(revisions.subList(released, revisions.size()));
      answered.update(answers);
    }
  }

  private static <T> List<T> list(ListState<T> state) throws Exception {
    List<T> all = new ArrayList<>();
    state.get().forEach(all::add);
    return all;
  }

  private Extraction joined(Extraction extraction, List<MemoryAnswer> answers) {
    Map<MemoryAnswer.Topic, Map<Integer, Novelty>> known = new EnumMap<>(MemoryAnswer.Topic.class);
    for (MemoryAnswer answer : answers) {
      if (answer.novelty() != null) {
        known
            .computeIfAbsent(answer.topic(), topic -> new HashMap<>())
            .put(answer.position(), answer.novelty());
      }
    }
    String original =
        answers.stream()
            .map(MemoryAnswer::copyOf)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (original != null) {
      tally.add(Tally.COPIES, 1);
    }
    return new Extraction(
        extraction.article().asCopyOf(original),
        extraction.entities(),
        extraction.figures(),
        extraction.commitments(),
        extraction.signals().stream().map(signal -> with(signal, known)).toList());
  }

  /** A signal is as new as the most newsworthy of the facts it rests on. */
  private static Signal with(Signal signal, Map<MemoryAnswer.Topic, Map<Integer, Novelty>> known) {
    Map<Integer, Novelty> figures = known.getOrDefault(MemoryAnswer.Topic.FIGURE, Map.of());
    Map<Integer, Novelty> commitments = known.getOrDefault(MemoryAnswer.Topic.COMMITMENT, Map.of());
    return signal.with(
        Stream.concat(
                signal.figures().stream().map(figures::get),
                signal.commitments().stream().map(commitments::get))
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.snapshot();
  }
}
