package io.chipwire.job;

import io.chipwire.article.Article;
import io.chipwire.article.PageFlag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Of the captures of one article, keyed by its id, lets through the first one and those that say
 * something else than the one before: revisions, which replace it in the index. A capture with the
 * same title and text is counted and dropped, and so is one that is older than what was let
 * through. What was old when it was found is flagged and counted. One that is {@link
 * PageFlag#REPLAYED} passes, as what came before may have been lost behind this operator.
 *
 * <p>Owned state: by article id the {@link LatestRevision}, until the TTL after its last capture;
 * counts.
 */
public final class KeepChangedRevision extends KeyedProcessFunction<String, Article, Article>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  private final Duration ttl;
  private transient ValueState<LatestRevision> latest;
  private transient Tally tally;

  /**
   * An operator that forgets an article some time after its last capture.
   *
   * @param ttl how long, in processing time
   */
  @SuppressWarnings("NullAway.Init") // Flink calls initializeState and open first
  public KeepChangedRevision(Duration ttl) {
    this.ttl = ttl;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restore(context.getOperatorStateStore(), getRuntimeContext());
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<LatestRevision> descriptor =
        new ValueStateDescriptor<>("latest-revision", TypeInformation.of(LatestRevision.class));
    descriptor.enableTimeToLive(StateExpiry.afterWrite(ttl));
    latest = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(Article article, Context context, Collector<Article> out)
      throws Exception {
    boolean isLate = News.isLate(article, context.timerService().currentProcessingTime());
    LatestRevision before = latest.value();
    LatestRevision now = new LatestRevision(article.ordinal(), fingerprint(article));
    if (before == null) {
      tally.add(Tally.INDEXED, 1);
      tally.add(Tally.LATE, isLate ? 1 : 0);
    } else if (article.ordinal() < before.ordinal()
        || before.content().equals(now.content()) && !article.flags().contains(PageFlag.REPLAYED)) {
      tally.add(Tally.DUPLICATES, 1);
      latest.update(now.ordinal() < before.ordinal() ? before : now);
      return;
    } else {
      tally.add(Tally.REVISIONS, 1);
    }
    latest.update(now);
    out.collect(isLate ? article.with(PageFlag.LATE) : article);
  }

  private static String fingerprint(Article article) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.valueOf(article.title()).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(article.text().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.snapshot();
  }
}
