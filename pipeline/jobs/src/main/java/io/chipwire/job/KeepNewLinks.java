package io.chipwire.job;

import io.chipwire.article.Rejection;
import io.chipwire.read.CanonicalUrl;
import io.chipwire.web.Finding;
import io.chipwire.web.WebLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Of the findings of all sources, keyed by {@link #key}, lets through the links that are worth a
 * request: those never seen, and those of which a source that told of them before tells something
 * new. A further source that tells of the same link is only remembered, unless it says that the
 * document has changed since. One that is wanted once more passes, with what was told of it last.
 * What sources could not tell goes to {@link ArticlePipeline#REJECTED}.
 *
 * <p>Owned state, by address without tracking parameters: the version that each source told of,
 * when the link was let through last, and what was told of it last; all until the TTL after they
 * were last written or read; counts.
 */
public final class KeepNewLinks extends KeyedProcessFunction<String, Finding, WebLink>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  private final Duration ttl;
  private transient MapState<String, Long> versions;
  private transient ValueState<Long> lastPassed;
  private transient ValueState<WebLink> lastTold;
  private transient Tally tally;

  /**
   * An operator that forgets a link some time after a source told of it last.
   *
   * @param ttl how long, in processing time; longer than links stay in feeds and sitemaps
   */
  @SuppressWarnings("NullAway.Init") // Flink calls initializeState and open first
  public KeepNewLinks(Duration ttl) {
    this.ttl = ttl;
  }

  /** What findings are told apart by: the address they point to, or the source that failed. */
  public static String key(Finding finding) {
    WebLink link = finding.link();
    if (link == null) {
      return Objects.requireNonNull(finding.rejection()).source();
    }
    String cleaned = CanonicalUrl.clean(link.url(), null);
    return cleaned == null ? link.url() : cleaned;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restore(context.getOperatorStateStore(), getRuntimeContext());
  }

  @Override
  public void open(OpenContext context) {
    StateTtlConfig expiry = StateExpiry.afterUse(ttl);
    MapStateDescriptor<String, Long> told =
        new MapStateDescriptor<>("versions", Types.STRING, Types.LONG);
    told.enableTimeToLive(expiry);
    versions = getRuntimeContext().getMapState(told);
    ValueStateDescriptor<Long> passed = new ValueStateDescriptor<>("last-passed", Types.LONG);
    passed.enableTimeToLive(expiry);
    lastPassed = getRuntimeContext().getState(passed);
    ValueStateDescriptor<WebLink> last =
        new ValueStateDescriptor<>("last-told", TypeInformation.of(WebLink.class));
    last.enableTimeToLive(expiry);
    lastTold = getRuntimeContext().getState(last);
  }

  @Override
  public void processElement(Finding finding, Context context, Collector<WebLink> out)
      throws Exception {
    WebLink link = finding.link();
    if (link == null) {
      Rejection rejection = Objects.requireNonNull(finding.rejection());
      context.output(ArticlePipeline.REJECTED, rejection);
      return;
    }
    tally.add(Tally.LINKS, 1);
    if (link.wanted()) {
      WebLink told = lastTold.value();
      lastPassed.update(context.timerService().currentProcessingTime());
      out.collect(told == null ? link : told.wantedAgain());
      return;
    }
    lastTold.update(link);
    Long told = versions.get(link.source());
    Long passed = lastPassed.value();
    versions.put(link.source(), link.version());
    if (passed == null || changed(link, told, passed)) {
      lastPassed.update(context.timerService().currentProcessingTime());
      out.collect(link);
    } else {
      tally.add(Tally.KNOWN_LINKS, 1);
    }
  }

  private static boolean changed(WebLink link, @Nullable Long told, long passed) {
    Instant changed = link.changed();
    return told == null
        ? changed != null && changed.toEpochMilli() > passed
        : told != link.version();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.snapshot();
  }
}
