package io.chipwire.job;

import io.chipwire.article.Article;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Of the revisions of one article, keyed by its id, lets through those that are later in the inputs
 * than all before them, so that whatever order they come in, the last one let through is the last
 * in the inputs. Two captures of one page count as an article and a duplicate, also where the
 * earlier one came too late and was dropped.
 *
 * <p>Owned state: by article id the ordinal of the latest revision, until the TTL after it; counts.
 */
public final class KeepLatestRevision extends KeyedProcessFunction<String, Article, Article>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  private final Duration ttl;
  private transient ValueState<Long> latest;
  private transient Tally tally;

  /**
   * An operator that forgets an article some time after its last revision.
   *
   * @param ttl how long, in processing time; longer than the inputs take to read
   */
  @SuppressWarnings("NullAway.Init") // Flink calls initializeState and open first
  public KeepLatestRevision(Duration ttl) {
    this.ttl = ttl;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restore(context.getOperatorStateStore(), getRuntimeContext());
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Long> descriptor =
        new ValueStateDescriptor<>("latest-ordinal", Types.LONG);
    descriptor.enableTimeToLive(StateExpiry.afterWrite(ttl));
    latest = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(Article article, Context context, Collector<Article> out)
      throws Exception {
    Long before = latest.value();
    tally.add(before == null ? Tally.INDEXED : Tally.DUPLICATES, 1);
    if (before == null || before <= article.ordinal()) {
      latest.update(article.ordinal());
      out.collect(article);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.snapshot();
  }
}
